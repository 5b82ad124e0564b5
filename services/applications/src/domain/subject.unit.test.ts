import { aboutWhom, notTheirs } from './subject';

const today = '2026-03-02';
const child = { kind: 'child', residentId: 'r-9', birthDate: '2010-01-01', relation: 'guardian' } as const;

test.each([
  ['oneself, where it is about oneself', ['self'], undefined],
  ['a newborn, who is in no register', ['newborn'], { kind: 'newborn', birthDate: '', relation: '' } as const],
  ['a child, by a guardian', ['self', 'child'], child],
  ['a child until the day before the 18th birthday', ['child'], { ...child, birthDate: '2008-03-03' }],
  [
    'the dead of the household, of any age',
    ['dead'],
    { ...child, kind: 'dead', relation: 'household', birthDate: '1930-01-01' } as const,
  ],
])('about %s', (_, about, of) => {
  expect(notTheirs(about, of, today)).toBeUndefined();
});

test.each([
  ['subject-not-possible', ['child'], undefined],
  ['subject-not-possible', ['self'], child],
  ['subject-unrelated', ['child'], { ...child, relation: '' }],
  ['subject-unrelated', ['child'], { ...child, relation: 'household' }],
  ['subject-unrelated', ['dead'], { ...child, kind: 'dead', relation: 'mandate' } as const],
  ['subject-unrelated', ['child'], { ...child, relation: 'mandate' }],
  // Whoever was of age is nobody's ward any more.
  ['subject-of-age', ['child'], { ...child, relation: 'household', birthDate: '2008-03-02' }],
  ['subject-unrelated', ['child'], { ...child, relation: '', birthDate: '2008-03-02' }],
])('refused: %s', (slug, about, of) => {
  expect(notTheirs(about, of, today)).toMatchObject({ refused: slug, pointer: '/about' });
});

test('a guardian who applies in a child’s name applies about that child', () => {
  expect(aboutWhom(['child'], { birthDate: '2010-01-01' }, today)).toEqual(['child', 'self']);
  expect(aboutWhom(['child'], { birthDate: '1990-01-01' }, today)).toEqual(['child']);
  expect(aboutWhom(['newborn'], { birthDate: '2010-01-01' }, today)).toEqual(['newborn']);
});
