/** Cost of one application, from `npm run bench` and the sizes of the stores. */
export interface Cost {
  /** CPU milliseconds: of each group of processes, by name. */
  readonly cpuMs: Readonly<Record<string, number>>;
  /** Bytes kept in MongoDB, written to its oplog, and written to Kafka, before replication. */
  readonly storedBytes: number;
  readonly oplogBytes: number;
  readonly kafkaBytes: number;
}

/** Number and distribution of applications. */
export interface Demand {
  readonly people: number;
  readonly applicationsPerPersonAndYear: number;
  readonly workingDays: number;
  /** Peak factors: busiest day to average, share of the busiest hour, busiest minutes to that hour. */
  readonly peakDay: number;
  readonly peakHour: number;
  readonly burst: number;
}

export interface Rules {
  /** Target CPU utilisation at the peak. */
  readonly utilisation: number;
  readonly replication: number;
  readonly kafkaDays: number;
  readonly oplogHours: number;
  readonly keptYears: number;
  /** Planned records a second per partition: what one consumer handles beside its other work. */
  readonly recordsPerPartition: number;
  readonly recordsPerApplication: number;
  /** Planned bytes per MongoDB shard. */
  readonly shardBytes: number;
}

export interface ScalePlan {
  readonly perYear: number;
  readonly perSecondAtPeak: number;
  /** Cores at the peak, by group of processes. */
  readonly cores: Readonly<Record<string, number>>;
  readonly partitions: number;
  readonly kafkaBytes: number;
  readonly oplogBytes: number;
  readonly storedBytes: number;
  readonly shards: number;
}

export function planFor(demand: Demand, cost: Cost, rules: Rules): ScalePlan {
  const perYear = demand.people * demand.applicationsPerPersonAndYear;
  const perDay = perYear / demand.workingDays;
  const perSecondAtPeak = (perDay * demand.peakDay * demand.peakHour * demand.burst) / 3600;
  const coresFor = (ms: number) => (perSecondAtPeak * ms) / 1000 / rules.utilisation;
  const storedBytes = perYear * rules.keptYears * cost.storedBytes;
  return {
    perYear,
    perSecondAtPeak,
    cores: Object.fromEntries(Object.entries(cost.cpuMs).map(([name, ms]) => [name, coresFor(ms)])),
    partitions: Math.ceil((perSecondAtPeak * rules.recordsPerApplication) / rules.recordsPerPartition),
    kafkaBytes: perDay * demand.peakDay * rules.kafkaDays * cost.kafkaBytes * rules.replication,
    oplogBytes: perSecondAtPeak * 3600 * rules.oplogHours * cost.oplogBytes * rules.replication,
    storedBytes: storedBytes * rules.replication,
    shards: Math.ceil(storedBytes / rules.shardBytes),
  };
}
