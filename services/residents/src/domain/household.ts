import type { Decider, Refusal } from '@lianban/model';

export interface Member {
  readonly residentId: string;
  /** In cents (分). */
  readonly monthlyIncomeCents: number;
  readonly severeDisability: boolean;
  /** Children of the household whose guardian 法定监护人 the register says they are. Absent of most. */
  readonly guardianOf?: readonly string[];
}

interface Belongings {
  readonly members: readonly Member[];
  readonly savingsCents: number;
  readonly homes: number;
  readonly cars: number;
}

/** Those who live together and support each other 共同生活的家庭成员. Not known yet while it has no members. */
export interface HouseholdState extends Belongings {
  readonly householdId: string;
}

/** Replaces all that is known about the household. */
export interface PutHousehold extends Belongings {
  readonly type: 'PutHousehold';
}

export interface HouseholdChanged extends Belongings {
  readonly type: 'HouseholdChanged';
  readonly householdId: string;
  readonly at: Date;
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

function faultsOf({ members, savingsCents, homes, cars }: Belongings): readonly string[] {
  const ids = members.map((member) => member.residentId);
  return [
    ...(members.length === 0 ? ['members must not be empty'] : []),
    ...(new Set(ids).size < ids.length ? ['members must name each resident once'] : []),
    ...members.flatMap(({ residentId, guardianOf = [] }, i) =>
      guardianOf.every((child) => child !== residentId && ids.includes(child))
        ? []
        : [`members/${i}/guardianOf must name other members of the household`],
    ),
    ...(ids.includes('') ? ['members must each have a residentId'] : []),
    ...members.flatMap((member, i) =>
      isCount(member.monthlyIncomeCents) ? [] : [`members/${i}/monthlyIncomeCents must be a whole number from 0`],
    ),
    ...Object.entries({ savingsCents, homes, cars }).flatMap(([name, value]) =>
      isCount(value) ? [] : [`${name} must be a whole number from 0`],
    ),
  ];
}

/** The same values in the same order, and nothing that does not belong into the document. */
const belongingsOf = ({ members, savingsCents, homes, cars }: Belongings): Belongings => ({
  members: members.map(({ residentId, monthlyIncomeCents, severeDisability, guardianOf = [] }) => ({
    residentId,
    monthlyIncomeCents,
    severeDisability,
    ...(guardianOf.length > 0 && { guardianOf: [...guardianOf] }),
  })),
  savingsCents,
  homes,
  cars,
});

function put(command: PutHousehold, state: HouseholdState, at: Date): readonly HouseholdChanged[] | Refusal {
  const faults = faultsOf(command);
  if (faults.length > 0)
    return {
      refused: 'household-invalid',
      detail: `The household cannot be stored: ${faults.join('; ')}.`,
      pointer: `/${faults[0]?.split(' ')[0] ?? ''}`,
    };
  const next = belongingsOf(command);
  if (JSON.stringify(next) === JSON.stringify(belongingsOf(state))) return [];
  return [{ type: 'HouseholdChanged', householdId: state.householdId, ...next, at }];
}

/** One household, its members' income and what it owns. The same again changes nothing; all faults are told at once. */
export const household: Decider<HouseholdState, PutHousehold, HouseholdChanged> = {
  initial: (householdId) => ({ householdId, members: [], savingsCents: 0, homes: 0, cars: 0 }),
  decide: put,
  evolve: (state, event) => ({ householdId: state.householdId, ...belongingsOf(event) }),
};
