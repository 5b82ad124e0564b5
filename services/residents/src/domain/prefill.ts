import type { HouseholdState } from './household';
import type { RegisteredPerson } from './person';

export type Source = 'residents-register' | 'household-register';

export interface PrefilledFact {
  readonly fact: string;
  readonly value: string | number;
  readonly source: Source;
}

/** Every fact a form may ask the register for, and where it is known from. */
const FACTS: Readonly<
  Record<string, readonly [Source, (person: RegisteredPerson, household: HouseholdState) => string | number]>
> = {
  'birth-date': ['residents-register', ({ birthDate }) => birthDate],
  district: ['residents-register', ({ district }) => district],
  persons: ['household-register', (_person, { members }) => members.length],
  'savings-cents': ['household-register', (_person, { savingsCents }) => savingsCents],
  'monthly-income-cents': [
    'household-register',
    (_person, { members }) => members.reduce((sum, member) => sum + member.monthlyIncomeCents, 0),
  ],
};

/** What is known of `facts`, with its source. What is not known, or no fact of the register, is left out. */
export function prefill(
  person: RegisteredPerson,
  household: HouseholdState | undefined,
  facts: readonly string[],
): readonly PrefilledFact[] {
  return facts.flatMap((fact) => {
    const [source, read] = Object.hasOwn(FACTS, fact) ? FACTS[fact]! : [];
    if (source === undefined || read === undefined) return [];
    if (source === 'household-register' && household === undefined) return [];
    return [{ fact, value: read(person, household ?? NO_HOUSEHOLD), source }];
  });
}

const NO_HOUSEHOLD: HouseholdState = { householdId: '', members: [], savingsCents: 0, homes: 0, cars: 0 };
