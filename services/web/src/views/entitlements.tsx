import type { ReactElement } from 'react';
import type { DrawnList, Package } from '@lianban/rest-client';
import { useDepartmentName } from '../i18n/departments';
import { causes, entitlementStatuses, entitlements as words, otherCause, periods } from '../i18n/entitlements';
import { type Page, page } from '../page/page';
import { type BilingualText, useReader, useSay } from '../page/reader';
import { BackLink } from '../parts/back-link';
import { date, list, money } from '../parts/format';
import { Summary } from '../parts/summary';
import { Tag } from '../parts/tag';
import { itemNamed } from './consent-list';

type Drawn = DrawnList['entitlements'][number];

export const entitlementsPage = (found: DrawnList, packages: readonly Package[]): Page =>
  page(words.title, <Entitlements {...found} packages={packages} />);

interface Props extends DrawnList {
  readonly packages: readonly Package[];
}

function Entitlements({ entitlements, unavailable, packages }: Props): ReactElement {
  const say = useSay();
  const departmentName = useDepartmentName();
  return (
    <>
      <BackLink to="/me" />
      <h1>{say(words.title)}</h1>
      <p className="lead">{say(words.lead)}</p>
      {unavailable.length > 0 ? (
        <p role="status">{say(words.unavailable(list(unavailable.map(departmentName))))}</p>
      ) : null}
      {entitlements.length === 0 ? <p>{say(words.none)}</p> : null}
      {entitlements.map((of) => (
        <One key={`${of.applicationNumber}/${of.step}`} of={of} name={itemNamed(of.benefit, packages)} />
      ))}
    </>
  );
}

const why = (cause: string): BilingualText => causes[cause] ?? otherCause;

function sumOf({ period }: Drawn, amountCents: number | undefined): BilingualText {
  if (amountCents === undefined) return words.notCounted;
  const { zh, en } = periods[period]!;
  return { zh: `${zh} ${money(amountCents)}`, en: `${money(amountCents)} ${en}` };
}

function changesOf(of: Drawn): readonly BilingualText[] {
  const sums = of.amounts
    .slice(1)
    .map((sum) => words.changedTo(sum.from, sumOf(of, sum.amountCents), why(sum.cause ?? '')));
  const pauses = of.suspensions.map(({ from, to = '', cause, arrears }) => {
    const { zh, en } = words.suspended(from, to, why(cause));
    return arrears ? { zh: zh + words.arrears.zh, en: en + words.arrears.en } : { zh, en };
  });
  return [...sums, ...pauses, ...(of.stop ? [words.stopped(of.stop.from, why(of.stop.cause))] : [])];
}

function One({ of, name }: { readonly of: Drawn; readonly name: BilingualText }): ReactElement {
  const say = useSay();
  const { language } = useReader();
  const departmentName = useDepartmentName();
  const { name: status, tone } = entitlementStatuses[of.status]!;
  const changes = changesOf(of);
  const rows = [
    { name: say(words.department), value: say(departmentName(of.department)) },
    { name: say(words.amount), value: say(sumOf(of, of.amounts.at(-1)?.amountCents)) },
    { name: say(words.from), value: of.from },
    ...(of.until ? [{ name: say(words.until), value: of.until }] : []),
    ...(of.lookBy ? [{ name: say(words.lookBy), value: date(of.lookBy, language) }] : []),
    {
      name: say(words.application),
      value: <a href={`/applications/${of.applicationNumber}`}>{of.applicationNumber}</a>,
    },
  ];
  const overpaid = of.overpaid.reduce((sum, { amountCents }) => sum + amountCents, 0);
  return (
    <section>
      <h2>
        {say(name)} <Tag tone={tone}>{say(status)}</Tag>
      </h2>
      {of.household ? <p className="quiet">{say(words.household)}</p> : null}
      <Summary rows={rows} />
      {changes.length > 0 ? (
        <>
          <h3>{say(words.changes)}</h3>
          <ul>
            {changes.map((change) => (
              <li key={change.en}>{say(change)}</li>
            ))}
          </ul>
        </>
      ) : null}
      {overpaid > 0 ? (
        <p>
          {say(words.overpaid)} {money(overpaid)} · {say(words.overpaidLead)}
        </p>
      ) : null}
    </section>
  );
}
