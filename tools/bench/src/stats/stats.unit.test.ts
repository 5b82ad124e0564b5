import { median, percentile } from './percentile';
import { seededRandom } from '@lianban/infra';
import { nextArrival } from './next-arrival';
import { pairedRatio } from './ratio';

describe('percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);

  test('is the sample of the nearest rank, whatever the order', () => {
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 1)).toBe(100);
  });

  test('never falls below the smallest sample, and one sample is every percentile', () => {
    expect(percentile(hundred, 0)).toBe(1);
    expect(percentile([7], 0.99)).toBe(7);
  });

  test('orders as numbers, not as text, and leaves the samples alone', () => {
    const samples = [100, 9, 20];
    expect(percentile(samples, 0.5)).toBe(20);
    expect(samples).toEqual([100, 9, 20]);
  });

  test('an unfinished application weighs in as endless', () => {
    expect(percentile([1, 2, Infinity], 0.99)).toBe(Infinity);
  });

  test('there is none without samples', () => {
    expect(percentile([], 0.5)).toBeUndefined();
    expect(median([])).toBeUndefined();
  });
});

describe('median', () => {
  test('of an odd number is the middle one, of an even number the mean of two', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });
});

describe('pairedRatio', () => {
  const pair = (upper: number, lower: number) => ({ upper, lower });

  test('compares within a pair, so a machine that slows down does not matter', () => {
    const ratio = pairedRatio([pair(50, 100), pair(25, 50), pair(5, 10)], seededRandom(1));
    expect(ratio).toEqual({ median: 0.5, interval: [0.5, 0.5] });
  });

  test('two pairs give no interval', () => {
    expect(pairedRatio([pair(1, 2), pair(1, 4)], seededRandom(1))).toEqual({ median: 0.375 });
  });

  test('the interval holds the median and stays among the ratios seen', () => {
    const pairs = [1, 2, 3, 4, 5, 6].map((n) => pair(n, 10));
    const { median: middle, interval } = pairedRatio(pairs, seededRandom(42))!;
    expect(middle).toBe(0.35);
    expect(interval![0]).toBeGreaterThanOrEqual(0.1);
    expect(interval![0]).toBeLessThan(middle);
    expect(interval![1]).toBeGreaterThan(middle);
    expect(interval![1]).toBeLessThanOrEqual(0.6);
  });

  test('a side that completed nothing gives no ratio', () => {
    expect(pairedRatio([pair(1, 0)], seededRandom(1))).toBeUndefined();
  });
});

describe('seededRandom', () => {
  test('repeats itself for the same seed and not for another', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).not.toEqual(draw(4));
  });

  test('arrivals come at the mean rate', () => {
    const random = seededRandom(9);
    const gaps = Array.from({ length: 20_000 }, () => nextArrival(10, random));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0);
    expect(gaps.reduce((sum, gap) => sum + gap) / gaps.length).toBeCloseTo(10, 0);
  });
});
