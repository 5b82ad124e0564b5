import { graded, isSigned, unfitMaterial } from './handed-in';

const upload = 'FM3f0c9c1e-54a1-4a8e-8b39-0d6a2b1c9d10';
const asked = new Map([
  ['ownership-proof', 'B'],
  ['adaptation-plan', 'C'],
  ['household-authorisation', 'D'],
]);
const of = (code: string, grade: string, reference: string) => ({ code, grade, reference });
const pointerOf = (materials: readonly ReturnType<typeof of>[], isAtCounter = false) =>
  unfitMaterial(materials, asked, isAtCounter)?.pointer;

describe('from a resident', () => {
  test.each([
    ['an upload', of('ownership-proof', 'C', upload), undefined],
    ['an upload they declare', of('household-authorisation', 'D', upload), undefined],
    ['a promise where it is enough', of('household-authorisation', 'D', 'promised-online'), undefined],
    ['an electronic seal', of('ownership-proof', 'A', upload), '/materials/0/grade'],
    ['a paper checked at a window', of('ownership-proof', 'B', 'no-such-paper'), '/materials/0/grade'],
    ['no grade', of('ownership-proof', '', upload), '/materials/0/grade'],
    ['a paper that is nowhere', of('ownership-proof', 'C', 'no-such-paper'), '/materials/0/reference'],
    [
      'a name and an ID number',
      of('ownership-proof', 'C', 'my-name-王小梅-410105198001011234'),
      '/materials/0/reference',
    ],
    ['a counter’s mark', of('ownership-proof', 'C', 'ZY-2026-000123'), '/materials/0/reference'],
    ['a promise for a paper', of('adaptation-plan', 'D', 'promised-online'), '/materials/0/reference'],
    ['a promise as a copy', of('household-authorisation', 'C', 'promised-online'), '/materials/0/grade'],
    ['a material nobody asks for', of('dog-licence', 'C', upload), '/materials/0/code'],
  ])('%s', (_, material, pointer) => {
    expect(pointerOf([material])).toBe(pointer);
  });

  test('each is looked at, and the one to blame is named with what to do', () => {
    const wrong = unfitMaterial([of('adaptation-plan', 'C', upload), of('ownership-proof', 'A', upload)], asked, false);
    expect(wrong).toMatchObject({ refused: 'invalid-materials', pointer: '/materials/1/grade' });
    expect(wrong?.detail).toContain('at a counter');
  });

  test('what a department asked for beside the catalogue is uploaded, not promised', () => {
    const missing = new Map([...asked, ['photo', undefined]]);
    expect(unfitMaterial([of('photo', 'C', upload)], missing, false)).toBeUndefined();
    expect(unfitMaterial([of('photo', 'D', 'promised-online')], missing, false)?.pointer).toBe(
      '/materials/0/reference',
    );
  });
});

describe('from an officer at a counter', () => {
  test.each([
    ['a paper they saw', of('ownership-proof', 'B', 'ZY-2026-000123'), undefined],
    ['with an electronic seal', of('ownership-proof', 'A', 'E-2026-1'), undefined],
    ['an upload of the applicant’s', of('ownership-proof', 'C', upload), undefined],
    ['free text', of('ownership-proof', 'B', 'folder 3'), '/materials/0/reference'],
    ['an ID number', of('ownership-proof', 'B', '410105198001011234'), '/materials/0/reference'],
    [
      'an ID number behind a series',
      of('ownership-proof', 'B', 'ZY-2026-410105198001011234'),
      '/materials/0/reference',
    ],
    ['a promise on the site', of('household-authorisation', 'D', 'promised-online'), '/materials/0/reference'],
    ['a material nobody asks for', of('dog-licence', 'B', 'ZY-2026-1'), '/materials/0/code'],
  ])('%s', (_, material, pointer) => {
    expect(pointerOf([material], true)).toBe(pointer);
  });
});

test('what travels says what the catalogue asks for, whatever the applicant says of it', () => {
  const said = [{ ...of('ownership-proof', 'C', upload), asked: 'D' }, of('photo', 'C', upload)];
  expect(graded(said, asked)).toEqual([
    { ...of('ownership-proof', 'C', upload), asked: 'B' },
    of('photo', 'C', upload),
  ]);
});

test('signed is what was uploaded or handed in at a counter', () => {
  const signed = [upload, 'SQ-2026-7', 'promised-online', 'no-such-paper'].map((reference) =>
    isSigned(of('household-authorisation', 'D', reference)),
  );
  expect(signed).toEqual([true, true, false, false]);
});
