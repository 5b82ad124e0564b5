import { minuteOf, sendableAt, timeOf } from './quiet-hours';

// The vectors of functions.md §4. Times in Shanghai.
const quiet = { from: 21 * 60, to: 8 * 60 };
const at = (text: string) => new Date(`${text}+08:00`);

test('a message at 21:30 with a deadline at 18:00 of the next day waits until 08:00', () => {
  expect(sendableAt(at('2026-03-04T21:30'), quiet, at('2026-03-05T18:00'))).toEqual(at('2026-03-05T08:00'));
});

test('one with a deadline at 07:00 goes at once', () => {
  const now = at('2026-03-04T21:30');
  expect(sendableAt(now, quiet, at('2026-03-05T07:00'))).toEqual(now);
});

test.each([
  ['at their first minute', '2026-03-04T21:00', '2026-03-05T08:00'],
  ['at 03:00 of the same night', '2026-03-05T03:00:59', '2026-03-05T08:00'],
  ['at their end', '2026-03-05T08:00', '2026-03-05T08:00'],
  ['a minute before', '2026-03-04T20:59', '2026-03-04T20:59'],
])('%s', (_when, now, sent) => {
  expect(sendableAt(at(now), quiet)).toEqual(at(sent));
});

test('hours of one day, and none', () => {
  expect(sendableAt(at('2026-03-04T12:10'), { from: 12 * 60, to: 14 * 60 })).toEqual(at('2026-03-04T14:00'));
  expect(sendableAt(at('2026-03-04T23:00'), undefined)).toEqual(at('2026-03-04T23:00'));
  expect(sendableAt(at('2026-03-04T23:00'), { from: 60, to: 60 })).toEqual(at('2026-03-04T23:00'));
});

test('times of day are written as people write them', () => {
  expect(['21:00', '08:05', '24:00', '8:00', '21:60', ''].map(minuteOf)).toEqual([
    ...[1260, 485, undefined, undefined, undefined, undefined],
  ]);
  expect([1260, 485].map(timeOf)).toEqual(['21:00', '08:05']);
});
