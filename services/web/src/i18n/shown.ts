import type { Item, Step } from '@lianban/rest-client';
import type { BilingualText, SiteLanguage } from '../page/reader';
import { day, dayAndTime, money } from '../parts/format';
import { stepKinds } from './step-kinds';

interface Row {
  readonly name: BilingualText;
  readonly value: BilingualText;
}

const same = (text: string): BilingualText => ({ zh: text, en: text });

/** What a step that is no decision shows beside its status: what is to be paid and until when, a number, when and where. */
export function shownOf(
  { status, until, payment, document, appointment }: Step,
  item: Pick<Item, 'words'> | undefined,
  language: SiteLanguage,
): readonly Row[] {
  const place = item?.words?.find(({ code }) => code === appointment?.place)?.label;
  const untilName = status === 'payable' ? stepKinds.payUntil : stepKinds.until;
  return [
    ...(payment ? [{ name: stepKinds.amount, value: same(money(payment.amountCents)) }] : []),
    ...(document ? [{ name: stepKinds.number, value: same(document.number) }] : []),
    ...(appointment ? [{ name: stepKinds.appointment, value: same(dayAndTime(appointment.beginsAt, language)) }] : []),
    ...(place ? [{ name: stepKinds.place, value: place }] : []),
    ...(until ? [{ name: untilName, value: same(day(until, language)) }] : []),
  ];
}
