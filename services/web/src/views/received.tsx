import type { ReactElement } from 'react';
import { Told } from '../parts/told';
import type { Application } from '@lianban/rest-client';
import { type Page, page } from '../page/page';
import { useBase, useReader, useSay } from '../page/reader';
import { day } from '../parts/format';
import { apply } from '../i18n/apply';
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
  const dates = busy.flatMap(({ promisedAt, dueAt }) => promisedAt ?? dueAt ?? []).toSorted();
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
      <p>{say(dates[0] ? apply.firstAnswer(day(dates[0], language)) : apply.soon)}</p>
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
