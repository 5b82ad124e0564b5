import { birth, fits } from './birth';

const anna = { parentId: 'r-1', bornOn: '2026-02-20', sex: 'female' };
const at = new Date('2026-03-02T01:00:00Z');

test('a certificate is written once', () => {
  const first = birth.decide({ type: 'RecordBirth', ...anna }, birth.initial('BC-1'), at);
  expect(first).toEqual([{ type: 'BirthRecorded', ...anna, at }]);
  expect(birth.decide({ type: 'RecordBirth', ...anna, parentId: 'r-2' }, anna, at)).toEqual([]);
});

test.each([
  ['the same child of the same parent', anna, anna, true],
  ['no certificate', {}, {}, false],
  ['another parent', anna, { ...anna, parentId: 'r-2' }, false],
  ['another day', anna, { ...anna, bornOn: '2026-02-21' }, false],
  ['another sex', anna, { ...anna, sex: 'male' }, false],
])('%s', (_, state, said, is) => {
  expect(fits(state, said)).toBe(is);
});
