import type { LineCost } from './line-queue';
import type { Cost, Demand, Rules } from './plan';

/** Measured on two shared cores with `npm run bench` (CPU) and by comparing the stores before and after (bytes). */
export const measured: Cost = {
  cpuMs: { 'gateway and services': 1.85, mongod: 0.63, kafka: 0.18 },
  storedBytes: 10_500,
  oplogBytes: 23_700,
  kafkaBytes: 8_800,
};

/** A command queue on the same machine: an idle hop takes about 5 ms, and applications spends under a millisecond per command. */
export const line: LineCost = { batchMs: 5, commandMs: 0.25, mostInABatch: 1_000 };

/** Assumptions, to be replaced by a city's own figures. */
const habits = { applicationsPerPersonAndYear: 2, workingDays: 248, peakDay: 3, peakHour: 0.15, burst: 4 };
export const city: Demand = { people: 13_000_000, ...habits };
export const province: Demand = { people: 100_000_000, ...habits };

export const rules: Rules = {
  utilisation: 0.5,
  replication: 3,
  kafkaDays: 14,
  oplogHours: 24,
  keptYears: 10,
  recordsPerPartition: 500,
  recordsPerApplication: 15,
  shardBytes: 2_000_000_000_000,
};
