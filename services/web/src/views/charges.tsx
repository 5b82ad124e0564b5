import type { ReactElement } from 'react';
import type { Charge, Charges } from '@lianban/rest-client';
import { chargeStatuses, charges as words, refundReasons, refundStatuses } from '../i18n/charges';
import { type Page, page } from '../page/page';
import { useBase, useReader, useSay } from '../page/reader';
import { BackLink } from '../parts/back-link';
import { date, dayAndTime, money } from '../parts/format';
import { Summary } from '../parts/summary';
import { Tag } from '../parts/tag';

export const chargesPage = (found: Charges): Page => page(words.title, <ChargeList {...found} />);
export const chargePage = (of: Charge): Page => page(of.name, <ChargeView of={of} />);
export const payingPage = (of: Charge, payUrl: string): Page => page(words.goTitle, <Paying of={of} payUrl={payUrl} />);
/** It cannot be paid now, or not at all. */
export const notPayablePage = (of: Charge, isOver: boolean): Page =>
  page(words.title, <NotPayable of={of} isOver={isOver} />, { status: isOver ? 409 : 503 });

const placeOf = ({ applicationNumber, step }: Charge): string => `/charges/${applicationNumber}/${step}`;

function Status({ of: { status } }: { readonly of: Charge }): ReactElement {
  const say = useSay();
  const { name, tone } = chargeStatuses[status] ?? { name: { zh: status, en: status }, tone: 'quiet' };
  return <Tag tone={tone}>{say(name)}</Tag>;
}

function ChargeList({ charges }: Charges): ReactElement {
  const say = useSay();
  const [due, others] = [charges.filter(isDue), charges.filter((each) => !isDue(each))];
  return (
    <>
      <h1>{say(words.title)}</h1>
      <p className="lead">{say(words.lead)}</p>
      {charges.length === 0 ? <p>{say(words.none)}</p> : null}
      <Part title={say(words.toPay)} of={due} />
      <Part title={say(words.earlier)} of={others} />
    </>
  );
}

const isDue = ({ status }: Charge): boolean => status === 'raised';

function Part({ title, of }: { readonly title: string; readonly of: readonly Charge[] }): ReactElement | null {
  const say = useSay();
  const { language } = useReader();
  const base = useBase();
  if (of.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className="rows">
        {of.map((each) => (
          <li key={each.number}>
            <a href={`${base}${placeOf(each)}`}>{say(each.name)}</a> · {money(each.amountCents)} <Status of={each} />
            {isDue(each) ? <p>{say(words.payBy(date(each.payUntil, language)))}</p> : null}
            <p className="quiet">{each.number}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ChargeView({ of }: { readonly of: Charge }): ReactElement {
  const say = useSay();
  const base = useBase();
  const { language } = useReader();
  const rows = [
    { name: say(words.number), value: of.number },
    { name: say(words.amount), value: money(of.amountCents) },
    { name: say(words.law), value: say(of.law) },
    ...(isDue(of) ? [{ name: say(words.payUntil), value: dayAndTime(of.payUntil, language) }] : []),
    ...(of.paidAt ? [{ name: say(words.paidAt), value: dayAndTime(of.paidAt, language) }] : []),
    ...of.refunds.map((each) => ({
      name: `${say(words.refund)} ${each.number}`,
      value: `${money(each.amountCents)} · ${say(refundReasons[each.reason] ?? words.refund)} · ${say(refundStatuses[each.status] ?? words.refund)}`,
    })),
    ...of.receipts.map((each) => ({
      name: say(each.amountCents < 0 ? words.reversal : words.receipt),
      value: `${each.code} ${each.number} · ${money(each.amountCents)} · ${date(each.issuedAt, language)}`,
    })),
  ];
  return (
    <>
      <BackLink to={`${base}/charges`} />
      <h1>
        {say(of.name)} <Status of={of} />
      </h1>
      <Summary rows={rows} />
      {isDue(of) && of.underWay ? <p role="status">{say(words.underWay)}</p> : null}
      {isDue(of) ? (
        <form method="post" action={`${base}${placeOf(of)}/pay`}>
          <button className="button">{say(of.underWay ? words.payAgain : words.pay)}</button>
        </form>
      ) : null}
      <p className="after">
        <a href={`${base}/applications/${of.applicationNumber}`}>{say(words.application)}</a>
      </p>
    </>
  );
}

function Paying({ of, payUrl }: { readonly of: Charge; readonly payUrl: string }): ReactElement {
  const say = useSay();
  const base = useBase();
  return (
    <>
      <BackLink to={`${base}${placeOf(of)}`} />
      <h1>{say(words.goTitle)}</h1>
      <p className="lead">
        {say(of.name)} · {money(of.amountCents)}
      </p>
      <p>{say(words.goLead)}</p>
      <p>
        <a className="button" href={payUrl} rel="noreferrer">
          {say(words.go)}
        </a>
      </p>
    </>
  );
}

function NotPayable({ of, isOver }: { readonly of: Charge; readonly isOver: boolean }): ReactElement {
  const say = useSay();
  const base = useBase();
  return (
    <>
      <BackLink to={`${base}${placeOf(of)}`} />
      <h1>{say(of.name)}</h1>
      <p>{say(isOver ? words.over : words.notNow)}</p>
    </>
  );
}
