import { isIdNumber } from './id-number';

test.each([
  ['11010519491231002X', true],
  ['11010519491231002x', true],
  ['440524188001010014', true],
  ['110105194912310021', false],
  ['11010519491231002', false],
  ['', false],
])('%s: %s', (text, isOne) => {
  expect(isIdNumber(text)).toBe(isOne);
});
