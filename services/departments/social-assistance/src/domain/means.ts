import type { Evidence } from '@lianban/casework';
import type { Refusal } from '@lianban/model';

/** What `residents` says about a household, and no more than a means test needs. All money in cents. */
export interface Means {
  readonly persons: number;
  readonly monthlyIncomeCents: number;
  readonly savingsCents: number;
  readonly homes: number;
  readonly cars: number;
  /** Of the applicant. */
  readonly severeDisability: boolean;
  /** Of the applicant alone; 0 when not reported. */
  readonly ownMonthlyIncomeCents: number;
  /** How many persons belong to a category that gets a top-up: { minor: 1 }. */
  readonly topUpPersons: Readonly<Record<string, number>>;
  readonly district: string;
}

/**
 * The means to rule by: what an officer found by hand (needed when `residents` could not be asked) before what was
 * learnt from there. "unknown" when the household is not registered; refused when the facts are incomplete, all named.
 */
export function meansOf({ known, findings, request }: Evidence): Means | 'unknown' | Refusal {
  const facts = recordOf(findings.means) ?? recordOf(known.means);
  if (facts === undefined)
    return { refused: 'means-missing', detail: 'The means of the household are not known yet: ask residents first.' };
  if (facts.householdKnown === false || facts.persons === 0) return 'unknown';

  const counted = ['persons', 'monthlyIncomeCents', 'savingsCents', 'homes', 'cars'] as const;
  const wrong = counted.filter((name) => !isCount(facts[name]));
  if (wrong.length > 0)
    return {
      refused: 'means-incomplete',
      detail: `These means must be whole numbers from 0: ${wrong.join(', ')}.`,
      pointer: `/means/${wrong[0]}`,
    };
  return {
    persons: Number(facts.persons),
    monthlyIncomeCents: Number(facts.monthlyIncomeCents),
    savingsCents: Number(facts.savingsCents),
    homes: Number(facts.homes),
    cars: Number(facts.cars),
    severeDisability: facts.severeDisability === true,
    ownMonthlyIncomeCents: isCount(facts.ownMonthlyIncomeCents) ? facts.ownMonthlyIncomeCents : 0,
    topUpPersons: countsOf(facts.topUpPersons),
    district: typeof facts.district === 'string' && facts.district !== '' ? facts.district : request.district,
  };
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const recordOf = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;

const countsOf = (value: unknown): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(recordOf(value) ?? {}).filter((entry): entry is [string, number] => isCount(entry[1])),
  );
