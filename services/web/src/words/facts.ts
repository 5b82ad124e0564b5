import type { Text } from '../page/reader';
import { money } from '../parts/format';

const same = (text: string): Text => ({ zh: text, en: text });

const labels: Readonly<Record<string, Text>> = {
  amountCents: { zh: '金额', en: 'Amount' },
  level: { zh: '能力等级', en: 'Level' },
  score: { zh: '评估分数', en: 'Score' },
  permitNumber: { zh: '许可编号', en: 'Permit number' },
  registrationNumber: { zh: '登记编号', en: 'Registration number' },
  seat: { zh: '座位号', en: 'Seat' },
  persons: { zh: '保障人数', en: 'Persons' },
  position: { zh: '候补位次', en: 'Place on the waiting list' },
  validUntil: { zh: '有效期至', en: 'Valid until' },
};

/** What a department found, as far as it means something to the applicant. */
export const factsOf = (facts: Readonly<Record<string, unknown>>): readonly { name: Text; value: Text }[] =>
  Object.entries(labels).flatMap(([name, label]) => {
    const value = facts[name];
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    return [{ name: label, value: same(name === 'amountCents' ? money(Number(value)) : String(value)) }];
  });
