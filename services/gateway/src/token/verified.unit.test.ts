import type { Identity } from './identity';
import { Verified } from './verified';

const resident: Identity = { role: 'resident', id: 'resident-1', expiresAt: new Date(1000) };

test('a verified token is cached until it expires, to the millisecond', () => {
  const verified = new Verified(10);
  verified.keep('a', resident);
  expect(verified.get('a', 999)).toBe(resident);
  expect(verified.get('a', 1000)).toBeUndefined();
  expect(verified.get('a', 0)).toBeUndefined();
});

test('an unknown token is not found', () => {
  expect(new Verified(10).get('a', 0)).toBeUndefined();
});

test('a full cache drops the oldest token', () => {
  const verified = new Verified(2);
  for (const token of ['a', 'b', 'c']) verified.keep(token, resident);
  expect(['a', 'b', 'c'].map((token) => verified.get(token, 0) !== undefined)).toEqual([false, true, true]);
});
