import type { FormField, Package } from '@lianban/rest-client';
import { check } from '../i18n/check';
import type { BilingualText } from '../page/reader';

/** What the platform looks up in the register of whoever applies: here people say it themselves, and nothing is stored. */
export const bornField = 'applicantBorn';
export const registeredField = 'applicantRegistered';

export function applicantFields({ age }: Package): readonly FormField[] {
  const registered: FormField = { name: registeredField, label: check.registered, type: 'boolean', required: false };
  if (!age) return [registered];
  const born: FormField = {
    name: bornField,
    label: check.born,
    type: 'string',
    format: 'date',
    required: false,
    earliest: '1900-01-01',
    latest: 'today',
  };
  return [born, registered];
}

export interface ApplicantVerdict {
  readonly verdict: 'no' | 'depends' | 'yes';
  readonly reasons: readonly BilingualText[];
}

/**
 * Whether whoever is meant may apply at all, by the rules that hold for every item.
 * @param today YYYY-MM-DD
 */
export function applicantVerdict(
  { age, whoCanApply }: Package,
  answers: Readonly<Record<string, unknown>>,
  today: string,
): ApplicantVerdict {
  const { [bornField]: born, [registeredField]: registered } = answers;
  const isOutside = age && typeof born === 'string' && !isWithin(age, yearsBetween(born, today));
  const no = [
    ...(isOutside ? [check.ageOutside(whoCanApply, age.law)] : []),
    ...(registered === false ? [check.notRegistered] : []),
  ];
  if (no.length > 0) return { verdict: 'no', reasons: no };
  const open = [
    ...(age && born === undefined ? [check.born] : []),
    ...(registered === undefined ? [check.registered] : []),
  ];
  return open.length > 0 ? { verdict: 'depends', reasons: open.map(check.tell) } : { verdict: 'yes', reasons: [] };
}

const isWithin = ({ min = 0, max = Infinity }: NonNullable<Package['age']>, years: number): boolean =>
  years >= min && years <= max;

/** Completed years, one more from each birthday on. */
const yearsBetween = (born: string, today: string): number => {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return today.slice(4) < born.slice(4) ? years - 1 : years;
};
