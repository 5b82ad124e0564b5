import * as fc from 'fast-check';
import { checkCharacter } from '@lianban/input';
import { readIdNumber } from './id-number';
import { maskIdNumber } from './mask-id-number';

const today = new Date('2026-03-02T01:00:00Z');
const numbered = (area: string, birth: string, sequence: string) => {
  const first17 = `${area}${birth}${sequence}`;
  return first17 + checkCharacter(first17);
};

test.each([
  ['11010519491231002X', '1949-12-31', 'female'],
  ['440524188001010014', '1880-01-01', 'male'],
])('%s is valid (GB 11643-1999)', (text, birthDate, sex) => {
  expect(readIdNumber(text, today)).toEqual({ text, birthDate, sex });
});

test('a small x and spaces around are put right', () => {
  expect(readIdNumber(' 11010519491231002x ', today)).toMatchObject({ text: '11010519491231002X' });
});

test.each([
  ['too short', '1101051949123100', '17 digits'],
  ['fifteen digits of the old form', '110105491231002', '17 digits'],
  ['letters', '1101051949123100AX', '17 digits'],
  ['X in the middle', '1101051949X231002X', '17 digits'],
  ['a wrong check digit', '110105194912310021', 'check digit'],
  ['30 February', numbered('410105', '20000230', '001'), 'does not exist'],
  ['29 February of a common year', numbered('410105', '19000229', '001'), 'does not exist'],
  ['month 13', numbered('410105', '20001301', '001'), 'does not exist'],
  ['a birth tomorrow', numbered('410105', '20260303', '001'), 'future'],
])('%s is refused with what is wrong, and without the number', (_case, text, what) => {
  const answer = readIdNumber(text, today);
  expect(answer).toMatchObject({ refused: 'id-number-invalid', pointer: '/idNumber' });
  expect(answer).toHaveProperty('detail', expect.stringContaining(what));
  expect(JSON.stringify(answer)).not.toContain(text);
});

test('29 February of a leap year, an abolished area and a birth today are fine', () => {
  expect(readIdNumber(numbered('410105', '20000229', '001'), today)).toMatchObject({ birthDate: '2000-02-29' });
  expect(readIdNumber(numbered('999999', '19700101', '002'), today)).toMatchObject({ sex: 'female' });
  expect(readIdNumber(numbered('410105', '20260302', '001'), today)).toMatchObject({ birthDate: '2026-03-02' });
});

test('today is the day in Zhengzhou', () => {
  const text = numbered('410105', '20260302', '001');
  expect(readIdNumber(text, new Date('2026-03-01T16:00:00Z'))).toMatchObject({ text });
  expect(readIdNumber(text, new Date('2026-03-01T15:59:59Z'))).toMatchObject({ refused: 'id-number-invalid' });
});

test('one mistyped digit, or two neighbours exchanged, is always noticed', () => {
  const valid = '440524188001010014';
  fc.assert(
    fc.property(fc.nat(16), fc.nat(9), (at, digit) => {
      const mistyped = valid.slice(0, at) + digit + valid.slice(at + 1);
      const exchanged = valid.slice(0, at) + valid.charAt(at + 1) + valid.charAt(at) + valid.slice(at + 2);
      for (const text of [mistyped, exchanged].filter((other) => other !== valid))
        expect(readIdNumber(text, today)).toMatchObject({ detail: expect.stringContaining('check digit') });
    }),
  );
});

test('a masked number shows the area and the last character, that of another document the last three, a short one nothing', () => {
  expect(maskIdNumber('11010519491231002X')).toBe('110105***********X');
  expect(maskIdNumber('E12345678')).toBe('******678');
  expect(maskIdNumber('secret')).toBe('******************');
});
