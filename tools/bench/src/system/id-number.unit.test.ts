import { idNumber } from './id-number';

const remainder = (text: string) =>
  [...text].reduce((sum, char, i) => sum + 2 ** (17 - i) * (char === 'X' ? 10 : Number(char)), 0) % 11;

test('every number passes ISO 7064 MOD 11-2, and no two are equal', () => {
  const numbers = Array.from({ length: 3000 }, (_, n) => idNumber(n));
  expect(numbers.filter((text) => !/^410102\d{11}[\dX]$/.test(text) || remainder(text) !== 1)).toEqual([]);
  expect(new Set(numbers).size).toBe(3000);
});

test('every birthday exists', () => {
  const birthday = idNumber(60_000).slice(6, 14);
  expect(birthday).toBe('19500302');
});
