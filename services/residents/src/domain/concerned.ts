import type { HouseholdState } from './household';

/** Fields that tell of everybody in a household: what is read of one member is read of all. */
const OF_HOUSEHOLD: ReadonlySet<string> = new Set([
  'household size',
  'income',
  'savings',
  'homes',
  'cars',
  'means',
  'persons',
  'savings-cents',
  'monthly-income-cents',
]);

export const householdFields = (fields: readonly string[]): readonly string[] =>
  fields.filter((field) => OF_HOUSEHOLD.has(field));

/** Who else is told of, beside the resident asked about. */
export const othersIn = (household: HouseholdState | undefined, residentId: string): readonly string[] =>
  (household?.members ?? []).map((member) => member.residentId).filter((id) => id !== residentId);
