import type { Package } from '@lianban/rest-client';
import { applicantFields, applicantVerdict } from './applicant-check';

const law = { zh: '法', en: 'Law' };
const of = (age?: Package['age']) => ({ age, whoCanApply: { zh: '60 周岁及以上', en: '60 or over' } }) as Package;
const verdict = (born: string | undefined, registered: boolean | undefined, package_ = of({ min: 60, law })) =>
  applicantVerdict(package_, { applicantBorn: born, applicantRegistered: registered }, '2026-03-02').verdict;

test.each([
  ['1966-03-02', true, 'yes'],
  ['1966-03-03', true, 'no'],
  ['1950-01-01', false, 'no'],
  ['1950-01-01', undefined, 'depends'],
  [undefined, true, 'depends'],
] as const)('born %s, registered %s: %s', (born, registered, expected) =>
  expect(verdict(born, registered)).toBe(expected),
);

test('a package for any age does not ask for it', () => {
  expect(applicantFields(of()).map(({ name }) => name)).toEqual(['applicantRegistered']);
  expect(verdict(undefined, true, of())).toBe('yes');
});

test('what keeps somebody out is said with the law', () => {
  const { reasons } = applicantVerdict(of({ min: 60, law }), { applicantBorn: '1991-05-01' }, '2026-03-02');
  expect(reasons.map(({ zh }) => zh)).toEqual(['年龄不符合：60 周岁及以上（法）']);
});
