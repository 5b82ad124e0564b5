import { tooLate } from './bounds';

test('what takes longer than a session and five seconds is too late', () => {
  expect(tooLate({ healedMs: 19_000, endedMs: 30_000 })).toEqual([]);
  expect(tooLate({ healedMs: 21_000, endedMs: 61_000 })).toEqual([
    'I10 submissions are taken again after 21.0 s',
    'I10 the last application ended after 61.0 s',
  ]);
});
