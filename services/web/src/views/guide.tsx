import type { ReactElement } from 'react';
import type { Package } from '@lianban/rest-client';
import { type Page, page } from '../page/page';
import { useSay } from '../page/reader';
import { list, money } from '../parts/format';
import { BackLink } from '../parts/back-link';
import { Told } from '../parts/told';
import { Summary } from '../parts/summary';
import { guide } from '../i18n/guide';
import { GuideMaterials } from './guide-materials';
import { GuideShares } from './guide-shares';
import { GuideSteps } from './guide-steps';

/** The guide 办事指南 of a package, without signing in. */
export const guidePage = (of: Package): Page => page(of.name, <Guide of={of} />);

const parts = [
  { id: 'items', name: guide.items },
  { id: 'materials', name: guide.materials },
  { id: 'complain', name: guide.complain },
];

function Guide({ of }: { of: Package }): ReactElement {
  const say = useSay();
  const items = of.steps.map(({ item }) => item);
  const departments = new Map(items.map(({ department, departmentName }) => [department, departmentName]));
  const complaints = new Map(items.map(({ department, complaints }) => [department, complaints]));
  const fee = items.reduce((sum, { feeCents }) => sum + feeCents, 0);
  return (
    <>
      <BackLink to="/" />
      <h1>{say(of.name)}</h1>
      <p className="lead">{say(of.description)}</p>
      <div className="actions">
        <a className="button" href={`/apply/${of.code}`}>
          {say(guide.start)}
        </a>
        <a href={`/things/${of.code}/check`}>{say(guide.check)}</a>
      </div>
      <p className="quiet">{say(guide.startHint)}</p>
      <Summary
        label={say(guide.summary)}
        rows={[
          { name: say(guide.who), value: say(of.whoCanApply) },
          { name: say(guide.departments), value: say(list([...departments.values()])) },
          { name: say(guide.longest), value: say(guide.days(Math.max(...items.map((item) => item.promisedDays)))) },
          { name: say(guide.fee), value: fee === 0 ? say(guide.free) : money(fee) },
          { name: say(guide.where), value: say(guide.online) },
        ]}
      />
      <nav className="onpage" aria-label={say(guide.onThisPage)}>
        <ul>
          {parts.map(({ id, name }) => (
            <li key={id}>
              <a href={`#${id}`}>{say(name)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <GuideSteps of={of} />
      <GuideMaterials of={of} />
      <GuideShares of={of} />
      <h2 id="complain">{say(guide.complain)}</h2>
      <ul>
        {[...complaints].map(([department, where]) => (
          <li key={department}>
            {say(departments.get(department) ?? where)}
            {say(guide.colon)}
            <Told text={where} />
          </li>
        ))}
      </ul>
      <p>{say(guide.court)}</p>
      <p>
        <a className="button" href={`/apply/${of.code}`}>
          {say(guide.start)}
        </a>
      </p>
    </>
  );
}
