import type { HouseholdState } from './household';

/** What a means test needs and nothing else: no names, no list of members. Money in cents (分). */
export interface Means {
  readonly householdKnown: boolean;
  readonly persons: number;
  /** Of all members together. */
  readonly monthlyIncomeCents: number;
  /** Of the resident asked about alone. */
  readonly ownMonthlyIncomeCents: number;
  readonly savingsCents: number;
  readonly homes: number;
  readonly cars: number;
  /** Of the resident asked about: it is they who may count as a household of their own. */
  readonly severeDisability: boolean;
  readonly district: string;
}

/** The means of a resident's household, or the answer that it is not known. */
export function means(household: HouseholdState | undefined, residentId: string, district: string): Means {
  const own = household?.members.find((member) => member.residentId === residentId);
  if (household === undefined || own === undefined) return { ...UNKNOWN, district };
  const { members, savingsCents, homes, cars } = household;
  return {
    householdKnown: true,
    persons: members.length,
    monthlyIncomeCents: members.reduce((sum, member) => sum + member.monthlyIncomeCents, 0),
    ownMonthlyIncomeCents: own.monthlyIncomeCents,
    savingsCents,
    homes,
    cars,
    severeDisability: own.severeDisability,
    district,
  };
}

const UNKNOWN = {
  householdKnown: false,
  persons: 0,
  monthlyIncomeCents: 0,
  ownMonthlyIncomeCents: 0,
  savingsCents: 0,
  homes: 0,
  cars: 0,
  severeDisability: false,
} as const;
