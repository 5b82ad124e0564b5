import { type Cost, type Demand, type Rules, planFor } from './plan';

const demand: Demand = {
  people: 1_000_000,
  applicationsPerPersonAndYear: 2,
  workingDays: 250,
  peakDay: 3,
  peakHour: 0.15,
  burst: 4,
};
const cost: Cost = { cpuMs: { services: 2, mongod: 1 }, storedBytes: 10_000, oplogBytes: 30_000, kafkaBytes: 10_000 };
const rules: Rules = {
  ...{ utilisation: 0.5, replication: 3, kafkaDays: 14, oplogHours: 24, keptYears: 10 },
  ...{ recordsPerPartition: 100, recordsPerApplication: 15, shardBytes: 100_000_000_000 },
};

test('the peak is the busiest minutes of the busiest hour of the busiest day', () => {
  // 8,000 a day · 3 · 0.15 · 4 / 3600 s
  expect(planFor(demand, cost, rules).perSecondAtPeak).toBeCloseTo(4);
});

test('cores carry the peak at the target utilisation', () => {
  const { services, mongod } = planFor(demand, cost, rules).cores;
  expect(services).toBeCloseTo(0.016);
  expect(mongod).toBeCloseTo(0.008);
});

test('stores hold the retained data times its replicas', () => {
  const plan = planFor(demand, cost, rules);
  expect(plan.storedBytes).toBe(2_000_000 * 10 * 10_000 * 3);
  expect(plan.kafkaBytes).toBeCloseTo(8_000 * 3 * 14 * 10_000 * 3);
  expect(plan.shards).toBe(2);
  expect(plan.partitions).toBe(1);
});
