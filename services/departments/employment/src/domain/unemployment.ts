import type { CheckedGround, Evidence, Facts, ItemRules, StepRequest, Verdict } from '@lianban/casework';
import { categoriesOf, isHardToEmploy } from './hard-to-employ';

/** Of 河南省就业困难人员认定. */
const VERSION = '1';

/** The day of a moment in Asia/Shanghai, YYYY-MM-DD. China has one time zone and no summer time. */
const shanghaiDay = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/** Derived, so that a repeated decision never gives a second number. */
export const registrationNumber = (applicationNumber: string): string => `UR-${applicationNumber}`;

const isDay = (text: unknown): text is string =>
  typeof text === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

/** The categories a resident declares are in no form: they come with a supplement, or from an officer. */
const missing = ({ answers: { categories } }: StepRequest): readonly string[] =>
  isAbsent(categories) || (Array.isArray(categories) && categories.every(isHardToEmploy)) ? [] : ['categories'];

const isAbsent = (answer: unknown): boolean => answer === undefined || answer === null || answer === '';

function rule({ request }: Evidence): Verdict {
  const { answers, applicationNumber } = request;
  const today = shanghaiDay(request.requestedAt);
  const lastWorkedOn = isDay(answers.lastWorkedOn) ? answers.lastWorkedOn : undefined;
  const out: CheckedGround = {
    code: 'out-of-work',
    version: VERSION,
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

const recognition = (categories: readonly string[]): CheckedGround =>
  categories.length > 0
    ? { code: 'hard-to-employ', facts: { categories: categories.join(', ') }, version: VERSION, met: true }
    : { code: 'not-hard-to-employ', version: VERSION, met: false };

/**
 * Item unemployment-registration 失业登记, with recognition as hard to employ. Answers: `reason`, `lastWorkedOn` (left out
 * by those who never worked), `categories`. Facts { registrationNumber, hardToEmploy }; refused with "still-employed"
 * when the last day of work is still to come.
 */
export const unemploymentRegistration: ItemRules = { code: 'unemployment-registration', missing, rule };
