import { seriesWatch } from './series';

const minute = 60_000;

test('so many different things of one key within the time are a series, told once', () => {
  const isSeries = seriesWatch({ most: 3, withinMs: 10 * minute });
  const told = ['a', 'b', 'c', 'd'].map((person, i) => isSeries('officer:o-1', person, i * minute));
  expect(told).toEqual([false, false, true, false]);
});

test('the same thing again, another key, and what lies too far apart are none', () => {
  const isSeries = seriesWatch({ most: 3, withinMs: 10 * minute });
  expect([0, 1, 2, 3].map((i) => isSeries('o-1', 'a', i))).toEqual([false, false, false, false]);
  expect(['b', 'c'].map((person) => isSeries('o-2', person, 5))).toEqual([false, false]);
  expect([0, 6, 12, 18].map((i) => isSeries('o-3', `p-${i}`, i * minute))).toEqual([false, false, false, false]);
});

test('after a quiet time a new series is told anew', () => {
  const isSeries = seriesWatch({ most: 2, withinMs: minute });
  expect([isSeries('o-1', 'a', 0), isSeries('o-1', 'b', 1)]).toEqual([false, true]);
  expect([isSeries('o-1', 'c', 5 * minute), isSeries('o-1', 'd', 5 * minute + 1)]).toEqual([false, true]);
});
