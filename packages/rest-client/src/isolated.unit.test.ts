import fc from 'fast-check';
import { isolated } from './isolated';

test.each([
  ['王秀兰', '王秀兰'],
  ['Anna (№ 3)', 'Anna (№ 3)'],
  ['دانا', '\u2068دانا\u2069'],
  ['a\u202etxt.exe', '\u2068atxt.exe\u2069'],
  ['a\u2069\u202eb', '\u2068ab\u2069'],
])('%j stands in a sentence as %j', (text, said) => {
  expect(isolated(text)).toBe(said);
});

test('whatever a person writes, no control is left open or closes what is around it', () => {
  const texts = fc.string({
    unit: fc.constantFrom('a', '王', 'د', '\u2066', '\u2067', '\u2068', '\u2069', '\u202a', '\u202e', '\u202c'),
  });
  fc.assert(
    fc.property(texts, (text) => {
      const inner = isolated(text).replace(/^\u2068(.*)\u2069$/su, '$1');
      expect(inner).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    }),
  );
});
