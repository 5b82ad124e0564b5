import { type RatePoint, ceiling, nextRate, ratePoint } from './ceiling';

const block = { samples: [10, 20, 900], failed: 0, unfinished: 0, achieved: 100 };
const step = (offered: number, isWithin: boolean): RatePoint => ({
  ...{ offered, isWithin, achieved: offered },
  ...{ p50: 1, p90: 1, p99: 1 },
});

test('a block is within the limit when all ended, 99 of 100 within a second', () => {
  expect(ratePoint(100, block)).toEqual({ offered: 100, achieved: 100, p50: 20, p90: 900, p99: 900, isWithin: true });
  expect(ratePoint(100, { ...block, samples: [10, 1_001] }).isWithin).toBe(false);
  expect(ratePoint(100, { ...block, failed: 1 }).isWithin).toBe(false);
  expect(ratePoint(100, { ...block, unfinished: 1 }).isWithin).toBe(false);
});

test('each block halves the interval between the highest rate within and the lowest beyond', () => {
  expect(nextRate([step(70, true)], 100)).toBe(85);
  expect(nextRate([step(70, false)], 100)).toBe(35);
  expect(nextRate([step(70, false), step(35, true)], 100)).toBe(52.5);
  // Beyond the limit at 60 and within at 80 is chance: the lower rate counts.
  expect(nextRate([step(60, false), step(80, true), step(20, true)], 100)).toBe(40);
});

test('ends after the given number of blocks, also when no rate is within the limit', async () => {
  const never = () => Promise.reject(new Error('the gateway is down'));
  const loop = { ms: 5, settleMs: 0, random: () => 0.5, count: 3 };
  const steps = await ceiling(never, 1_000, step(700, false), loop);
  expect(steps.map(({ offered }) => offered)).toEqual([700, 350, 175, 87.5]);
});
