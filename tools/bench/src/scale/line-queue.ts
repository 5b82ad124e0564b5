import { nextArrival } from '../stats/next-arrival';

/** One line of a service: whatever waits is the next batch, and a batch takes a fixed time and a time for each command. */
export interface LineCost {
  /** Milliseconds a batch takes however small it is: a transaction made durable, a send acknowledged. */
  readonly batchMs: number;
  /** Milliseconds of the line for each command in it. */
  readonly commandMs: number;
  readonly mostInABatch: number;
}

export interface Simulated {
  /** Milliseconds each command was in the line, from arriving to being answered. */
  readonly samples: readonly number[];
  readonly batches: number;
}

/**
 * Commands arrive at random moments, `rate` a second, until `count` have been served. A rate the line cannot serve makes
 * the samples grow with `count`: there is no steady state to report.
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

/** Commands a second the line can serve: every batch as large as it may be. */
export const capacityOf = ({ batchMs, commandMs, mostInABatch }: LineCost): number =>
  (1000 * mostInABatch) / (batchMs + commandMs * mostInABatch);
