import { birthNumbers } from './birth-number';
import { readIdNumber } from './id-number';

const born = { district: '410105', birthDate: '2026-02-20' } as const;
const today = new Date('2026-03-02T01:00:00Z');

test.each(['female', 'male'] as const)('every number of a %s child is one, and says the same of it', (sex) => {
  const numbers = [...birthNumbers({ ...born, sex })];
  expect(new Set(numbers).size).toBe(sex === 'male' ? 500 : 499);
  for (const text of numbers) expect(readIdNumber(text, today)).toEqual({ text, birthDate: born.birthDate, sex });
});

test('the first of a day', () => {
  const [boy] = birthNumbers({ ...born, sex: 'male' });
  const [girl] = birthNumbers({ ...born, sex: 'female' });
  expect([boy, girl].map((number) => number?.slice(0, 17))).toEqual(['41010520260220001', '41010520260220002']);
});
