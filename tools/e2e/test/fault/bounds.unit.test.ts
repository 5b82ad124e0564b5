import { tooLate } from './bounds';

test('what takes longer than a session and five seconds is too late', () => {
  expect(tooLate({ healedMs: 14_000, endedMs: 29_000 })).toEqual([]);
  expect(tooLate({ healedMs: 16_000, endedMs: 31_000 })).toEqual([
    'I10 submissions are taken again after 16.0 s',
    'I10 the last application ended after 31.0 s',
  ]);
});
