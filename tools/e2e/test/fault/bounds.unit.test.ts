import { tooLate } from './bounds';

test('recovery within the consumer session timeout plus five seconds is in time, later is not', () => {
  expect(tooLate({ healedMs: 14_000, endedMs: 29_000 })).toEqual([]);
  expect(tooLate({ healedMs: 16_000, endedMs: 31_000 })).toEqual([
    'I10 submissions are accepted again after 16.0 s',
    'I10 the last application ended after 31.0 s',
  ]);
});
