import { money } from './format';

test.each([
  [200_000, '¥2,000.00'],
  [0, '¥0.00'],
  [5, '¥0.05'],
  [-4_000, '−¥40.00'],
])('%i cents are %s', (cents, shown) => {
  expect(money(cents)).toBe(shown);
});
