import type { Entry } from './document';
import { Recent } from './document-cache';

const before = { state: {}, seen: {}, sent: {} };
const entry = (id: string, version: number): Entry => ({
  kind: 'k',
  id,
  loaded: version - 1,
  version,
  base: before,
  ...before,
  state: { version },
  lastBatch: '',
  asks: [],
});

test('what was written is known as it now stands in the database', () => {
  const recent = new Recent(2);
  recent.keep([entry('a', 3)]);
  expect(recent.get('k:a')).toMatchObject({ version: 3, loaded: 3, base: { state: { version: 3 } } });
});

test('the longest untouched are forgotten first', () => {
  const recent = new Recent(2);
  recent.keep([entry('a', 1), entry('b', 1)]);
  recent.keep([entry('a', 2), entry('c', 1)]);
  expect(['a', 'b', 'c'].map((id) => recent.get(`k:${id}`)?.version)).toEqual([2, undefined, 1]);
});

test('one can be forgotten, and all', () => {
  const recent = new Recent(5);
  recent.keep([entry('a', 1), entry('b', 1)]);
  recent.forget(['k:a']);
  expect([recent.get('k:a'), recent.get('k:b')?.id]).toEqual([undefined, 'b']);
  recent.forgetAll();
  expect(recent.get('k:b')).toBeUndefined();
});
