import { ageOn } from '@lianban/input';
import type { Refusal } from '@lianban/model';
import { isOfCity } from '@lianban/rules';
import type { Text } from './plan';

/** Whom the law lets apply, in completed years of age 周岁. */
export interface AgeLimit {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly law: Text;
}

/** Where the law wants them registered: in the city or elsewhere. */
export interface RegisteredWhere {
  readonly where: 'here' | 'elsewhere';
  readonly law: Text;
}

/** What the residents' register says of the applicant; days as YYYY-MM-DD. */
export interface Registered {
  readonly district: string;
  /** Empty of an organisation, which has no age. */
  readonly birthDate: string;
  /** Of somebody whose death is registered. */
  readonly diedOn?: string | undefined;
}

/** What the law wants of whom an application is about. */
export interface PersonConditions {
  readonly age?: AgeLimit | undefined;
  readonly registered?: RegisteredWhere | undefined;
}

export const isOfAge = ({ min = 0, max = Infinity }: AgeLimit, { birthDate }: Registered, today: string): boolean => {
  const years = ageOn(birthDate, today);
  return years >= min && years <= max;
};

export const isRegistered = ({ where }: RegisteredWhere, { district }: Registered): boolean =>
  isOfCity(district) === (where === 'here');

/**
 * Why the registered person cannot apply: "district-differs" when another district was named than they are registered in, "age-outside"
 * and "register-outside" by what the law wants of them.
 * @param district as named in the application, empty when none was
 */
export function notEligible(
  { district, age, registered: where }: PersonConditions & { readonly district: string },
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
  if (where && !isRegistered(where, registered))
    return {
      refused: 'register-outside',
      detail: `Whoever this is for has to be registered ${where.where === 'here' ? 'in the city' : 'elsewhere'} (${where.law.en}), and by the register is not.`,
      pointer: '/package',
    };
  if (age === undefined || registered.birthDate === '' || isOfAge(age, registered, today)) return undefined;
  const { min = 0, max = Infinity, law } = age;
  const limits = [...(min > 0 ? [`at least ${min}`] : []), ...(max < Infinity ? [`at most ${max}`] : [])].join(' and ');
  return {
    refused: 'age-outside',
    detail: `Whoever applies for this has to be ${limits} years old (${law.en}), and by the register the applicant is not.`,
    pointer: '/package',
  };
}

/** Nobody applies after their death, nor anybody in their name (民法典 art. 13, 934): relatives and heirs apply about them. */
export function notAlive({ diedOn }: Pick<Registered, 'diedOn'>): Refusal | undefined {
  if (!diedOn) return undefined;
  return {
    refused: 'applicant-died',
    detail: `By the register the applicant died on ${diedOn}. Relatives and heirs apply about them; if the register is wrong, public security corrects it.`,
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
  const years = ageOn(birthDate, today);
  if (hasAgent || years >= OF_AGE || (isAtCounter && years >= OWN_LABOUR_FROM)) return undefined;
  return {
    refused: 'guardian-acts',
    detail:
      'Whoever is below eighteen does not apply by themselves: a parent or another guardian applies in their name (民法典 art. 19, 23).',
  };
}
