import { backoff, failuresAfter } from './backoff';

test('the wait doubles from half a second to ten', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 60].map(backoff)).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000, 10_000]);
});

test('one that had run for a while is started again as if for the first time', () => {
  expect(failuresAfter(4, 29_999)).toBe(5);
  expect(failuresAfter(4, 30_000)).toBe(1);
});
