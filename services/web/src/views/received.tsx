import type { ReactElement } from 'react';
import { Told } from '../parts/told';
import type { Application, Step } from '@lianban/rest-client';
import { type Page, page } from '../page/page';
import { useBase, useReader, useSay } from '../page/reader';
import { apply } from '../i18n/apply';
import { limitDay } from '../i18n/limits';
import { useDepartmentName } from '../i18n/departments';

/** The confirmation: the number, what happens next, and by when. */
export const receivedPage = (of: Application): Page => page(apply.received, <Received of={of} />);

const underWay: ReadonlySet<string> = new Set(['requested', 'accepted', 'paused', 'supplement']);

function Received({ of }: { of: Application }): ReactElement {
  const say = useSay();
  const departmentName = useDepartmentName();
  const base = useBase();
  const { language } = useReader();
  const busy = of.steps.filter(({ status }) => underWay.has(status));
  const departments = [...new Set(busy.map(({ department }) => department))].map(departmentName);
  const first = busy.flatMap(limitOf).toSorted((a, b) => (a.at < b.at ? -1 : 1))[0];
  return (
    <>
      <div className="received">
        <h1>{say(apply.received)}</h1>
        <p>
          {say(apply.number)}
          <br />
          <strong className="big">{of.applicationNumber}</strong>
        </p>
      </div>
      <h2>{say(apply.nextTitle)}</h2>
      {departments.length > 0 ? <p>{say(apply.nextStep(departments))}</p> : null}
      <p>{say(first ? apply.firstAnswer(limitDay(first.at, first.isProvisional, language)) : apply.soon)}</p>
      <p>
        <Told text={apply.keepNumber} />
      </p>
      <p>
        <a className="button" href={`${base}/applications/${of.applicationNumber}`}>
          {say(apply.follow)}
        </a>
      </p>
    </>
  );
}

/** What the department promised; until it has, when somebody looks after it. */
const limitOf = ({ promisedAt, promisedProvisional, dueAt, dueProvisional }: Step) => {
  if (promisedAt) return [{ at: promisedAt, isProvisional: promisedProvisional }];
  return dueAt ? [{ at: dueAt, isProvisional: dueProvisional }] : [];
};
