import { nextArrival } from '../stats/next-arrival';

/** A command queue: all waiting commands form the next batch; a batch takes a fixed time plus a time per command. */
export interface LineCost {
  /** Fixed milliseconds per batch: a durable commit, an acknowledged send. */
  readonly batchMs: number;
  /** Milliseconds per command. */
  readonly commandMs: number;
  readonly mostInABatch: number;
}

export interface Simulated {
  /** Milliseconds of each command in the queue, from arrival to answer. */
  readonly samples: readonly number[];
  readonly batches: number;
}

/**
 * Simulates random arrivals, `rate` a second, until `count` commands are served. Beyond the queue's capacity the samples grow
 * with `count`: there is no steady state to report.
 */
export function simulateLine(cost: LineCost, rate: number, count: number, random: () => number): Simulated {
  const samples: number[] = [];
  let batches = 0;
  let free = 0;
  let waiting: number[] = [];
  let next = nextArrival(1000 / rate, random);
  let arrived = 0;
  while (samples.length < count) {
    const begins = Math.max(free, waiting[0] ?? next);
    for (; arrived < count && next <= begins; next += nextArrival(1000 / rate, random), arrived++) waiting.push(next);
    const batch = waiting.slice(0, cost.mostInABatch);
    waiting = waiting.slice(cost.mostInABatch);
    free = begins + cost.batchMs + cost.commandMs * batch.length;
    for (const at of batch) samples.push(free - at);
    batches++;
  }
  return { samples, batches };
}

/** The capacity in commands a second: with full batches. */
export const capacityOf = ({ batchMs, commandMs, mostInABatch }: LineCost): number =>
  (1000 * mostInABatch) / (batchMs + commandMs * mostInABatch);
