import type { ReactElement } from 'react';
import type { GivenConsent, Mandates, Reads } from '../api/me';
import type { Package } from '../api/package';
import { type Page, page } from '../page/page';
import { useReader, useSay } from '../page/reader';
import { dayAndTime, list } from '../parts/format';
import { departmentName } from '../words/departments';
import { fieldName, me, purposeName } from '../words/me';
import { ConsentList } from './consent-list';
import { MandateList } from './mandate-list';

interface Known {
  readonly reads: Reads;
  readonly mandates: Mandates;
  readonly consents: readonly GivenConsent[];
  readonly residentId: string | undefined;
  readonly packages: readonly Package[];
}

export const mePage = (known: Known): Page => page(me.title, <Me {...known} />);

function Me({ reads, mandates, consents, residentId, packages }: Known): ReactElement {
  const say = useSay();
  return (
    <>
      <h1>{say(me.title)}</h1>
      {residentId ? <p className="quiet">{say(me.myNumber(residentId))}</p> : null}
      <section aria-labelledby="mandates">
        <h2 id="mandates">{say(me.mandates)}</h2>
        <p>{say(me.mandatesLead)}</p>
        <MandateList side="received" mandates={mandates.received} packages={packages} />
        <MandateList side="given" mandates={mandates.given} packages={packages} />
        <p>
          <a className="button secondary" href="/me/mandates/new">
            {say(me.ask)}
          </a>
        </p>
      </section>
      <ConsentList consents={consents} packages={packages} />
      <section aria-labelledby="reads">
        <h2 id="reads">{say(me.reads)}</h2>
        <p>{say(me.readsLead)}</p>
        <ReadList reads={reads} />
      </section>
      <p>
        <a href="/settings">{say(me.settings)}</a>
      </p>
    </>
  );
}

function ReadList({ reads }: { reads: Reads }): ReactElement {
  const say = useSay();
  const { language } = useReader();
  if (reads.length === 0) return <p>{say(me.noReads)}</p>;
  return (
    <ul className="rows">
      {reads.map(({ at, reader, caseId, purpose, fields }) => {
        const number = caseId?.split('/')[0];
        return (
          <li key={`${at} ${reader} ${caseId ?? ''} ${purpose}`}>
            <strong>{say(departmentName(reader))}</strong> <time dateTime={at}>{dayAndTime(at, language)}</time>
            <span className="quiet">
              {say(me.purpose(purposeName(purpose)))}
              {fields.length > 0 ? ` · ${say(me.fields(list(fields.map(fieldName))))}` : ''}
              {number ? (
                <>
                  {' · '}
                  <a href={`/applications/${number}`}>{say(me.forCase(number))}</a>
                </>
              ) : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
