import { carried } from './carry-over';
import type { ViewDocument } from './view-document';

const view = (seen: Record<string, number>, stale?: Record<string, number>): ViewDocument<string> => ({
  _id: 'A/x',
  version: 1,
  view: Object.keys(seen).join(),
  seen,
  ...(stale && { stale, isStale: true }),
});

test.each([
  ['everything was read again', view({ a: 2, p: 3 }), view({ a: 2, p: 4 }), 'complete'],
  ['the rebuilt one has not come so far, and will', view({ a: 2, p: 3 }), view({ a: 2, p: 1 }), 'complete'],
  ['the former has still to read what the rebuilt one was given', view({ a: 1 }), view({}, { a: 3 }), 'behind'],
  ['the same of another subject', view({ a: 1, p: 1 }), view({ p: 2 }), 'behind'],
])('nothing is taken over when %s', (_when, old, rebuilt, verdict) => {
  expect(carried(old, rebuilt)).toBe(verdict);
});

test.each([
  ['no record is kept', undefined],
  ['the first records are not kept', view({}, { a: 2, p: 1 })],
  ['a whole subject is not kept', view({ p: 3 })],
])('a document is taken over as it was when %s any more', (_when, rebuilt) => {
  const old = view({ a: 2, p: 3 });
  expect(carried(old, rebuilt)).toEqual(old);
});

test('what the former left out stays marked, up to the last record that came', () => {
  expect(carried(view({ a: 2 }, { a: 4 }), view({}, { a: 5 }))).toMatchObject({ seen: { a: 2 }, stale: { a: 5 } });
});
