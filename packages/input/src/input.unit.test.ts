import { cleaned, dayIn, idNumberIn, nameIn, numberIn, phoneIn, sameName, yuanIn } from './index';

test.each([
  ['１２３', '123'],
  [' 王​小‍明 ', '王小明'],
  ['‮abc‬', 'abc'],
  ['葛\u{e0101}', '葛'],
  ['\ue863', '䶮'],
  ['\ue816', '𠂇'],
  ['\ue78d', '︐'.normalize('NFKC')],
  ['\uf000', '\uf000'],
])('%j is read as %j', (typed, read) => expect(cleaned(typed)).toBe(read));

test.each([
  ['４１０１０５１９８００１０１００１ｘ', '41010519800101001X'],
  ['410105 19800101 001x', '41010519800101001X'],
  ['410105-19800101–001X​', '41010519800101001X'],
  ['410105800101001', undefined],
  ['4101051980010100１Y', undefined],
])('the ID number %j is %j', (typed, read) => expect(idNumberIn(typed)).toBe(read));

test.each([
  ['+86 138 0013 8000', '13800138000'],
  ['0086-138-0013-8000', '13800138000'],
  ['１３８００１３８０００', '13800138000'],
  ['(0371) 6550 1234', '0371-65501234'],
  ['037165501234', '0371-65501234'],
  ['010-12345678', '010-12345678'],
  ['12345', undefined],
  ['+1 212 555 0100', undefined],
  ['12800138000', undefined],
])('the phone %j is %j', (typed, read) => expect(phoneIn(typed)).toBe(read));

test.each([
  ['阿卜杜拉•买买提', '阿卜杜拉·买买提'],
  ['阿卜杜拉 . 买买提', '阿卜杜拉·买买提'],
  ['J.  Smith', 'J. Smith'],
  ['\ue863', '䶮'],
  ['𠮷', '𠮷'],
  ['　', undefined],
  ['长'.repeat(101), undefined],
  ['𠮷'.repeat(100), '𠮷'.repeat(100)],
])('the name %j is %j', (typed, read) => expect(nameIn(typed)).toBe(read));

test('who is spelled in two ways is the same person, and 𠮷 is not 吉', () => {
  expect(sameName('阿卜杜拉·买买提', '阿卜杜拉买买提')).toBe(true);
  expect(sameName('\ue863', '䶮')).toBe(true);
  expect(sameName('王​小明', '王小明')).toBe(true);
  expect(sameName('𠮷田', '吉田')).toBe(false);
  expect(sameName('​', '')).toBe(false);
});

test.each([
  ['2026年3月2日', '2026-03-02'],
  ['２０２６／３／２', '2026-03-02'],
  ['20260302', '2026-03-02'],
  ['2026-02-29', undefined],
  ['2 March', undefined],
])('the day %j is %j', (typed, read) => expect(dayIn(typed)).toBe(read));

test.each([
  ['1，200', 1200],
  ['-3.5', -3.5],
  ['1e3', undefined],
  ['', undefined],
])('the number %j is %j', (typed, read) => expect(numberIn(typed)).toBe(read));

test.each([
  ['2万', 2_000_000],
  ['￥8,000.50', 800_050],
  ['8000.5元', 800_050],
  ['0.001', undefined],
  ['两万', undefined],
])('the sum %j is %j cents', (typed, read) => expect(yuanIn(typed)).toBe(read));
