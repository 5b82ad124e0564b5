import { household, type HouseholdChanged, type HouseholdState, type PutHousehold } from './household';
import { means } from './means';

const at = new Date('2026-03-02T01:00:00Z');
const belongings = {
  members: [
    { residentId: 'r-1', monthlyIncomeCents: 50_000, severeDisability: true },
    { residentId: 'r-2', monthlyIncomeCents: 160_000, severeDisability: false },
    { residentId: 'r-3', monthlyIncomeCents: 0, severeDisability: false },
  ],
  savingsCents: 300_000,
  homes: 1,
  cars: 0,
};
const put: PutHousehold = { type: 'PutHousehold', ...belongings };
const decide = (command: PutHousehold, state: HouseholdState = household.initial('h-1')) =>
  household.decide(command, state, at);
const stored = (decide(put) as HouseholdChanged[]).reduce(household.evolve, household.initial('h-1'));

test('a household is stored whole', () => {
  expect(decide(put)).toEqual([{ type: 'HouseholdChanged', householdId: 'h-1', ...belongings, at }]);
  expect(stored).toEqual({ householdId: 'h-1', ...belongings });
});

test('the same again changes nothing; a sold car does', () => {
  expect(decide(put, stored)).toEqual([]);
  expect(decide({ ...put, cars: 1 }, stored)).toMatchObject([{ type: 'HouseholdChanged', cars: 1 }]);
});

test('everything wrong is told at once', () => {
  const answer = decide({
    ...put,
    members: [
      { residentId: 'r-1', monthlyIncomeCents: -1, severeDisability: false },
      { residentId: 'r-1', monthlyIncomeCents: 0.5, severeDisability: false },
    ],
    savingsCents: -5,
    homes: Number.NaN,
  });
  expect(answer).toMatchObject({ refused: 'household-invalid', pointer: '/members' });
  const { detail } = answer as { detail: string };
  for (const field of ['each resident once', 'members/0/monthly', 'members/1/monthly', 'savingsCents', 'homes'])
    expect(detail).toContain(field);
});

test('a household without members is none', () => {
  expect(decide({ ...put, members: [] })).toMatchObject({ refused: 'household-invalid' });
  const nobody = { residentId: '', monthlyIncomeCents: 0, severeDisability: false };
  expect(decide({ ...put, members: [nobody] })).toMatchObject({ refused: 'household-invalid' });
});

describe('means', () => {
  test('add up the household, and tell the disability and income of the one asked about', () => {
    expect(means(stored, 'r-1', '410105')).toEqual({
      householdKnown: true,
      persons: 3,
      monthlyIncomeCents: 210_000,
      ownMonthlyIncomeCents: 50_000,
      savingsCents: 300_000,
      homes: 1,
      cars: 0,
      severeDisability: true,
      district: '410105',
    });
    expect(means(stored, 'r-2', '410105')).toMatchObject({ severeDisability: false, ownMonthlyIncomeCents: 160_000 });
  });

  test.each([
    ['no household', undefined],
    ['a household they do not belong to', { ...stored, members: stored.members.slice(1) }],
    ['a household never stored', household.initial('h-2')],
  ])('with %s nothing is known, and nothing of anybody else is told', (_case, of) => {
    expect(means(of, 'r-1', '410105')).toEqual({
      householdKnown: false,
      persons: 0,
      monthlyIncomeCents: 0,
      ownMonthlyIncomeCents: 0,
      savingsCents: 0,
      homes: 0,
      cars: 0,
      severeDisability: false,
      district: '410105',
    });
  });
});
