import type { ReactElement } from 'react';
import type { ApplicationSummary, Draft, Package } from '@lianban/rest-client';
import { type Page, page } from '../page/page';
import { useBase, useReader, useSay } from '../page/reader';
import { day } from '../parts/format';
import { Tag } from '../parts/tag';
import { apply } from '../i18n/apply';
import { applications } from '../i18n/applications';
import { statusOf } from '../i18n/steps';

interface ApplicationsProps {
  readonly applications: readonly ApplicationSummary[];
  readonly nextCursor?: string | undefined;
  readonly drafts: readonly Draft[];
  readonly packages: readonly Package[];
}

/** The list of applications, those that wait for the reader first. */
export const applicationsPage = (listed: ApplicationsProps): Page => page(applications.title, <List {...listed} />);

const waits = ({ status }: ApplicationSummary): boolean => status === 'waiting-for-you';

function List({ applications: all, nextCursor, drafts, packages }: ApplicationsProps): ReactElement {
  const say = useSay();
  const base = useBase();
  const ordered = [...all.filter(waits), ...all.filter((each) => !waits(each))];
  return (
    <>
      <h1>{say(applications.title)}</h1>
      {drafts.length > 0 ? <Drafts drafts={drafts} packages={packages} /> : null}
      {ordered.length === 0 ? (
        <p>
          {say(applications.none)} <a href="/">{say(applications.find)}</a>
        </p>
      ) : (
        <ul className="cards one">
          {ordered.map((each) => (
            <Row key={each.applicationNumber} of={each} />
          ))}
        </ul>
      )}
      {nextCursor ? (
        <p>
          <a href={`${base}/applications?cursor=${encodeURIComponent(nextCursor)}`}>{say(applications.more)}</a>
        </p>
      ) : null}
    </>
  );
}

function Row({ of }: { of: ApplicationSummary }): ReactElement {
  const say = useSay();
  const base = useBase();
  const { language } = useReader();
  const { name, tone } = statusOf(of.status);
  return (
    <li className="card">
      <h2>
        <a href={`${base}/applications/${of.applicationNumber}`}>{say(of.name)}</a> <Tag tone={tone}>{say(name)}</Tag>
      </h2>
      <p className="quiet">
        {of.applicationNumber}
        {of.submittedAt ? ` · ${say(applications.submittedOn(day(of.submittedAt, language)))}` : ''}
      </p>
    </li>
  );
}

function Drafts({ drafts, packages }: Pick<ApplicationsProps, 'drafts' | 'packages'>): ReactElement {
  const say = useSay();
  const base = useBase();
  const { language } = useReader();
  return (
    <section aria-labelledby="drafts">
      <h2 id="drafts">{say(applications.drafts)}</h2>
      <ul className="rows">
        {drafts.map((draft) => (
          <li key={draft.package}>
            <a href={`${base}/apply/${draft.package}`}>
              {say(applications.goOn)}
              {'：'}
              {say(
                packages.find(({ code }) => code === draft.package)?.name ?? { zh: draft.package, en: draft.package },
              )}
            </a>
            <span className="quiet">{say(apply.kept(day(draft.keptUntil, language)))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
