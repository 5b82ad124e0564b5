import { backoff, failuresAfter } from './backoff';

test('the delay doubles from half a second to ten', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 60].map(backoff)).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000, 10_000]);
});

test('a process that had run for 30 s is restarted as after its first failure', () => {
  expect(failuresAfter(4, 29_999)).toBe(5);
  expect(failuresAfter(4, 30_000)).toBe(1);
});
