import type { RegisteredPerson } from './person';
import { prefill } from './prefill';

const person = {
  status: 'registered',
  personId: 'r-1',
  birthDate: '1944-03-15',
  district: '410105',
} as RegisteredPerson;
const member = { residentId: 'r-1', monthlyIncomeCents: 40_000, severeDisability: false };
const household = {
  householdId: 'h',
  members: [member, { ...member, residentId: 'r-2' }],
  savingsCents: 7,
  homes: 1,
  cars: 0,
};

test('what the register knows of what was asked, each with its source', () => {
  expect(prefill(person, household, ['savings-cents', 'monthly-income-cents', 'birth-date'])).toEqual([
    { fact: 'savings-cents', value: 7, source: 'household-register' },
    { fact: 'monthly-income-cents', value: 80_000, source: 'household-register' },
    { fact: 'birth-date', value: '1944-03-15', source: 'residents-register' },
  ]);
});

test('what is not known, and what is no fact, is left out', () => {
  expect(prefill(person, undefined, ['savings-cents', 'district', 'shoe-size', 'constructor'])).toEqual([
    { fact: 'district', value: '410105', source: 'residents-register' },
  ]);
});
