import { notAlive, notEligible } from './eligible';

const law = { zh: '《老年人权益保障法》第二条', en: 'Elderly Law art. 2' };
const born = (birthDate: string) => ({ district: '410105', birthDate });
const today = '2026-03-02';
const refusalOf = (age: object, birthDate: string, day = today) =>
  notEligible({ district: '', age: { law, ...age } }, born(birthDate), day)?.refused;

test.each([
  ['60 from the birthday on', { min: 60 }, '1966-03-02', undefined],
  ['59 the day before', { min: 60 }, '1966-03-03', 'age-outside'],
  ['a person of 43 as an elder', { min: 60 }, '1982-05-15', 'age-outside'],
  ['a person of nine who opens a shop', { min: 16 }, '2017-01-05', 'age-outside'],
  ['sixteen', { min: 16 }, '2010-03-02', undefined],
  ['above the upper limit', { max: 18 }, '2007-03-02', 'age-outside'],
  ['at the upper limit', { max: 18 }, '2007-03-03', undefined],
])('%s', (_, age, birthDate, refused) => {
  expect(refusalOf(age, birthDate)).toBe(refused);
});

test('whoever was born on a leap day is a year older on the first of March', () => {
  expect(refusalOf({ min: 18 }, '2008-02-29', '2026-02-28')).toBe('age-outside');
  expect(refusalOf({ min: 18 }, '2008-02-29', '2026-03-01')).toBeUndefined();
});

test('the sentence says the limit and the law, not the birth date', () => {
  const { detail = '' } = notEligible({ district: '', age: { law, min: 60 } }, born('1982-05-15'), today) ?? {};
  expect(detail).toContain('at least 60 years old (Elderly Law art. 2)');
  expect(detail).not.toContain('1982');
});

test.each([
  ['none named', '', undefined],
  ['the registered one', '410105', undefined],
  ['another one', '410102', '/district'],
  ['one that does not exist', '999999', '/district'],
])('a district: %s', (_, district, pointer) => {
  expect(notEligible({ district }, born('1950-01-01'), today)?.pointer).toBe(pointer);
});

test('nobody applies after their death', () => {
  expect(notAlive({ diedOn: '2026-02-20' })).toMatchObject({ refused: 'applicant-died' });
  expect(notAlive({})).toBeUndefined();
});
