import { given, itemOf, missing, ruled } from '../../test/given';

const answers = {
  childName: '李安',
  sex: 'female',
  bornOn: '2026-02-20',
  certificateNumber: 'BC-1',
  registerOf: 'mother',
  parentsMarried: true,
};
const entry = { certified: true, childId: 'r-9', district: '410105' };
const registration = (more: Parameters<typeof ruled>[1] = {}) =>
  ruled('birth-registration', { answers, known: { entry }, ...more });
const needs = (more: Parameters<typeof given>[1]) =>
  itemOf('birth-registration').needs(given('birth-registration', more).request);

test('enters the child where a parent is registered, and says who it is now', () => {
  expect(needs({ answers })).toEqual(['entry']);
  expect(registration()).toMatchObject({ outcome: 'granted', facts: { childId: 'r-9', district: '410105' } });
});

// 户口登记条例 art. 7
test.each([
  ['2026-03-20', true],
  ['2026-03-21', false],
  ['2029-01-01', false],
])('on %s: within a month %p, and granted either way', (on, met) => {
  const ruling = registration({ on });
  expect(ruling).toMatchObject({ outcome: 'granted' });
  expect(ruling).toHaveProperty('grounds.3', expect.objectContaining({ code: 'within-a-month', met }));
});

test('nobody is entered for a birth to come: refused, not-born-yet', () => {
  const toCome = { ...answers, bornOn: '2026-03-03' };
  expect(needs({ answers: toCome })).toEqual([]);
  expect(registration({ answers: toCome, known: {} })).toMatchObject({ outcome: 'refused', reason: 'not-born-yet' });
});

test('refused: parent-not-registered, and the register is not asked', () => {
  expect(needs({ answers, district: '330106' })).toEqual([]);
  expect(registration({ district: '330106', known: {} })).toMatchObject({ reason: 'parent-not-registered' });
});

test('refused: birth-not-certified, as health said', () => {
  const ruling = registration({ known: { entry: { certified: false } } });
  expect(ruling).toMatchObject({ outcome: 'refused', reason: 'birth-not-certified', facts: {} });
});

test('is not decided before the register has answered', () => {
  expect(registration({ known: {} })).toMatchObject({ refused: 'entry-open' });
});

test('takes the certificate of the step before', () => {
  const without = { ...answers, certificateNumber: '' };
  const earlier = { certificate: { outcome: 'granted', certificateNumber: 'BC-2' } };
  expect(missing('birth-registration', { answers: without })).toEqual(['certificateNumber']);
  expect(missing('birth-registration', { answers: without, earlier })).toEqual([]);
  const refused = { certificate: { outcome: 'refused', certificateNumber: 'BC-2' } };
  expect(missing('birth-registration', { answers: without, earlier: refused })).toEqual(['certificateNumber']);
});

test.each([
  [true, 'father', []],
  [false, 'mother', []],
  [false, 'father', ['dna-report']],
])('married %p, the register of the %s: %j is missing', (parentsMarried, registerOf, codes) => {
  expect(missing('birth-registration', { answers: { ...answers, parentsMarried, registerOf } })).toEqual(codes);
});
