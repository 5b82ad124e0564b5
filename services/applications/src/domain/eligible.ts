import type { Refusal } from '@lianban/model';
import type { Text } from './plan';

/** Whom the law lets apply, in completed years of age 周岁. */
export interface AgeLimit {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly law: Text;
}

/** What the residents' register says of the applicant; days as YYYY-MM-DD. */
export interface Registered {
  readonly district: string;
  readonly birthDate: string;
}

/**
 * Why the registered person cannot apply: "age-outside" by the package's limit, "district-differs" when another district was named than
 * they are registered in.
 * @param district as named in the application, empty when none was
 */
export function notEligible(
  { district, age }: { readonly district: string; readonly age?: AgeLimit | undefined },
  registered: Registered,
  today: string,
): Refusal | undefined {
  if (district !== '' && district !== registered.district)
    return {
      refused: 'district-differs',
      detail:
        'The applicant is registered in another district: leave the district out, or have the register corrected first.',
      pointer: '/district',
    };
  if (age === undefined) return undefined;
  const { min = 0, max = Infinity, law } = age;
  const years = yearsBetween(registered.birthDate, today);
  if (years >= min && years <= max) return undefined;
  const limits = [...(min > 0 ? [`at least ${min}`] : []), ...(max < Infinity ? [`at most ${max}`] : [])].join(' and ');
  return {
    refused: 'age-outside',
    detail: `Whoever applies for this has to be ${limits} years old (${law.en}), and by the register the applicant is not.`,
    pointer: '/package',
  };
}

/** 民法典 art. 17, 18. */
const OF_AGE = 18;
const OWN_LABOUR_FROM = 16;

/**
 * Why a minor cannot apply by themselves: a guardian does, in their name (民法典 art. 19, 20, 23). Whoever is sixteen and lives by their
 * own labour shows it at a counter.
 */
export function needsGuardian(
  { birthDate }: Pick<Registered, 'birthDate'>,
  today: string,
  { hasAgent, isAtCounter }: { readonly hasAgent: boolean; readonly isAtCounter: boolean },
): Refusal | undefined {
  const years = yearsBetween(birthDate, today);
  if (hasAgent || years >= OF_AGE || (isAtCounter && years >= OWN_LABOUR_FROM)) return undefined;
  return {
    refused: 'guardian-acts',
    detail:
      'Whoever is below eighteen does not apply by themselves: a parent or another guardian applies in their name (民法典 art. 19, 23).',
  };
}

/** Completed years: one more from each birthday on; of the 29th of February, from the first of March in other years. */
const yearsBetween = (birthDate: string, today: string): number => {
  const [years, birthday] = [Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)), birthDate.slice(4)];
  return today.slice(4) < birthday ? years - 1 : years;
};
