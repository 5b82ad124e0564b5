import { checkCharacter } from './id-number';
import { identityNames } from './identity-names';
import { type IdentityKind, identityKinds, identityNumberIn, isIdentityKind } from './identity-number';

const checked = (first17: string) => first17 + checkCharacter(first17);
const card = '11010519491231002X';
const hongKong = checked('81000019910730002');
const fiveStars = checked('93115619881112001');

test.each<[IdentityKind, string, string]>([
  ['identity-card', ' １１0105 19491231 002x', card],
  ['hk-macao-taiwan-residence-permit', hongKong, hongKong],
  ['permanent-residence-card', fiveStars, fiveStars],
])('a number of 18 characters on a %s is one for life', (kind, typed, text) => {
  expect(identityNumberIn(kind, typed)).toEqual({ kind, text, isLifelong: true });
});

test.each<[IdentityKind, string, string]>([
  ['permanent-residence-card', 'bra 3101 1988 1112', 'BRA310119881112'],
  ['hk-macao-travel-permit', 'Ｈ12345678', 'H12345678'],
  ['hk-macao-travel-permit', 'm12345678 01', 'M1234567801'],
  ['taiwan-travel-permit', '1234-5678', '12345678'],
  ['passport', ' e1234\u200b5678 ', 'E12345678'],
])('the number of a %s is read as people write it: %s', (kind, typed, text) => {
  expect(identityNumberIn(kind, typed)).toEqual({ kind, text, isLifelong: false });
});

test.each<[IdentityKind, string]>([
  ['identity-card', '110105194912310021'],
  ['identity-card', 'E12345678'],
  ['hk-macao-taiwan-residence-permit', card],
  ['permanent-residence-card', card],
  ['permanent-residence-card', 'BRA31011988111'],
  ['hk-macao-travel-permit', 'X12345678'],
  ['taiwan-travel-permit', '1234567'],
  ['passport', 'ABCDEFG'],
  ['passport', '护照12345678'],
  ['passport', '1234'],
  ['passport', ''],
])('no number of a %s: %s', (kind, typed) => {
  expect(identityNumberIn(kind, typed)).toBeUndefined();
});

test('a kind is one of the list, each with a name in both languages', () => {
  expect([isIdentityKind('passport'), isIdentityKind('library-card'), isIdentityKind('toString')]).toEqual([
    true,
    false,
    false,
  ]);
  expect(identityKinds.every((kind) => identityNames[kind].zh !== '' && identityNames[kind].en !== '')).toBe(true);
});
