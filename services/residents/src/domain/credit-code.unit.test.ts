import { creditCheckCharacter } from '@lianban/input';
import { readCreditCode } from './credit-code';

// Codes of organisations that do not exist: their check characters were computed by hand from the weights of GB 32100-2015.
const valid = ['91410105MA990001XW', '92410105MA9900028R', '93410122MA99000365', '52410102MA99000448'];

test.each(valid)('%s is read', (code) => {
  expect(readCreditCode(code)).toBe(code);
  expect(creditCheckCharacter(code.slice(0, 17))).toBe(code.charAt(17));
});

test('full width, blanks, dashes and small letters are put right', () => {
  expect(readCreditCode(' ９１410105-ma99 0001xw ')).toBe('91410105MA990001XW');
});

test.each([
  ['too short', '91410105MA990001X', '18 characters'],
  ['a letter that no code has', '91410105MI990001XW', '18 characters'],
  ['a district of letters', '9141O105MA990001XW', '18 characters'],
  ['a wrong check character', '91410105MA990001XX', 'check character'],
  ['two neighbours exchanged', '91410105AM990001XW', 'check character'],
])('%s is refused with what is wrong', (_case, code, what) => {
  expect(readCreditCode(code)).toMatchObject({
    refused: 'credit-code-invalid',
    detail: expect.stringContaining(what),
    pointer: '/creditCode',
  });
});

test('one mistyped character is always noticed', () => {
  for (const other of '0123456789ABCDEFGHJKLMNPQRTUWXY')
    for (const at of [0, 1, 8, 12, 16]) {
      const typed = valid[0]!.slice(0, at) + other + valid[0]!.slice(at + 1);
      if (typed !== valid[0]) expect(readCreditCode(typed)).toMatchObject({ refused: 'credit-code-invalid' });
    }
});
