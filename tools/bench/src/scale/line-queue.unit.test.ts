import { percentile } from '../stats/percentile';
import { seededRandom } from '@lianban/infra';
import { type LineCost, capacityOf, simulateLine } from './line-queue';

const cost: LineCost = { batchMs: 5, commandMs: 1, mostInABatch: 500 };
const mean = (samples: readonly number[]) => samples.reduce((sum, ms) => sum + ms, 0) / samples.length;
const at = (rate: number, of = cost, count = 20_000) => simulateLine(of, rate, count, seededRandom(7));

test('a single command takes the time of a batch of one', () => {
  expect(percentile(at(0.1, cost, 200).samples, 0.5)).toBeCloseTo(6);
});

test('batches of one are the queue of the textbooks: M/D/1', () => {
  const one = { ...cost, mostInABatch: 1 };
  const [serviceMs, load] = [6, 0.7];
  const waited = (serviceMs * load) / (2 * (1 - load));
  expect(mean(at((1000 * load) / serviceMs, one, 200_000).samples)).toBeCloseTo(serviceMs + waited, 0);
});

test('batching keeps latency low at a rate where batches of one would queue up for ever', () => {
  const rate = 500;
  expect(rate).toBeGreaterThan(capacityOf({ ...cost, mostInABatch: 1 }));
  const { samples, batches } = at(rate);
  expect(percentile(samples, 0.99)!).toBeLessThan(50);
  expect(samples.length / batches).toBeGreaterThan(3);
});

test('every command is served, also in a last batch that is not full', () => {
  expect(at(2_000, { ...cost, mostInABatch: 7 }, 1_000).samples).toHaveLength(1_000);
});
