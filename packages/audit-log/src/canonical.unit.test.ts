import { canonical } from './canonical';

test('the order of fields says nothing, that of a list does', () => {
  expect(canonical({ b: 1, a: { d: [1, 2], c: null } })).toBe(canonical({ a: { c: null, d: [1, 2] }, b: 1 }));
  expect(canonical([1, 2])).not.toBe(canonical([2, 1]));
});

test('a field that is not there is the same as one that is undefined, and another than null', () => {
  expect(canonical({ a: 1, b: undefined })).toBe(canonical({ a: 1 }));
  expect(canonical({ a: 1, b: null })).not.toBe(canonical({ a: 1 }));
});

const day = new Date('2026-03-02T01:00:00Z');
test('values that differ in anything have different texts', () => {
  const values = [
    ...['1', 1, true, 'true', null, 'null', '', [], {}, [''], ['a,b'], ['a', 'b'], 'a,b', { a: 'b' }, '{"a":"b"}'],
    ...[day, day.toISOString(), day.getTime(), `@${day.getTime()}`, { $date: day.toISOString() }, new Date(NaN), NaN],
    ...[10n, new Map([[1, 2]]), Buffer.from('a'), Buffer.from('b')],
  ];
  expect(new Set(values.map(canonical)).size).toBe(values.length);
});
