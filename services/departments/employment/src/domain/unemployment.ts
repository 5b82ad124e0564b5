import type { Evidence, Facts, Ground, Item, Missing, Ruling, StepRequest } from '@lianban/casework';
import { categoriesOf, HARD_TO_EMPLOY, isHardToEmploy } from './hard-to-employ';

const RULE = { rule: '河南省就业困难人员认定', version: '1' };

/** The day of a moment in Asia/Shanghai, YYYY-MM-DD. China has one time zone and no summer time. */
const shanghaiDay = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/** Derived, so that a repeated decision never gives a second number. */
export const registrationNumber = (applicationNumber: string): string => `UR-${applicationNumber}`;

const isDay = (text: unknown): text is string =>
  typeof text === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

function missing({ answers }: StepRequest): readonly Missing[] {
  const { lastWorkedOn, reason, categories } = answers;
  return [
    ...(typeof reason === 'string' && reason.trim() !== ''
      ? []
      : [{ code: 'reason', note: 'Why the last work ended, or that there was none yet.' }]),
    ...(isAbsent(lastWorkedOn) || isDay(lastWorkedOn)
      ? []
      : [{ code: 'lastWorkedOn', note: 'The last day of work as YYYY-MM-DD; leave it out when there was none.' }]),
    ...(isAbsent(categories) || (Array.isArray(categories) && categories.every(isHardToEmploy))
      ? []
      : [{ code: 'categories', note: `A list of any of: ${HARD_TO_EMPLOY.join(', ')}.` }]),
  ];
}

const isAbsent = (answer: unknown): boolean => answer === undefined || answer === null || answer === '';

function rule({ request }: Evidence): Ruling {
  const { answers, applicationNumber } = request;
  const today = shanghaiDay(request.requestedAt);
  const lastWorkedOn = isDay(answers.lastWorkedOn) ? answers.lastWorkedOn : undefined;
  const out: Ground = {
    ...RULE,
    code: 'out-of-work',
    explanation: 'The applicant must be out of work on the day of the application.',
    met: lastWorkedOn === undefined || lastWorkedOn <= today,
  };
  if (!out.met) return { outcome: 'refused', reason: 'still-employed', facts: {}, grounds: [out] };

  const declared = Array.isArray(answers.categories) ? answers.categories.filter(isHardToEmploy) : [];
  const categories = categoriesOf(declared, lastWorkedOn, today);
  const facts: Facts = {
    registrationNumber: registrationNumber(applicationNumber),
    hardToEmploy: categories.length > 0,
  };
  return { outcome: 'granted', reason: 'conditions-met', facts, grounds: [out, recognition(categories)] };
}

const recognition = (categories: readonly string[]): Ground => ({
  ...RULE,
  ...(categories.length > 0
    ? { code: 'hard-to-employ', facts: { categories: categories.join(', ') } }
    : { code: 'not-hard-to-employ' }),
  explanation:
    categories.length > 0 ? `Hard to employ: ${categories.join(', ')}.` : 'No category of the hard to employ applies.',
  met: categories.length > 0,
});

/**
 * Item unemployment-registration 失业登记, with recognition as hard to employ. Answers: `reason`, `lastWorkedOn` (left out
 * by those who never worked), `categories`. Facts { registrationNumber, hardToEmploy }; refused with "still-employed"
 * when the last day of work is still to come.
 */
export const unemploymentRegistration: Item = {
  code: 'unemployment-registration',
  missing,
  needs: () => [],
  rule,
};
