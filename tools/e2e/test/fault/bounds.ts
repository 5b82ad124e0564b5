import { consumerSessionMs } from '@lianban/kafka';

/** Recovery times after a fault has ended, in milliseconds. */
export interface RecoveryTimes {
  /** Until ten more submissions were accepted. */
  readonly healedMs: number;
  /** Until the last application of the run had ended. */
  readonly endedMs: number;
}

const againWithinMs = consumerSessionMs + 5_000;
const endedWithinMs = 30_000;

/** I10: recovery times beyond their limits. */
export function tooLate({ healedMs, endedMs }: RecoveryTimes): string[] {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  return [
    ...(healedMs > againWithinMs ? [`I10 submissions are accepted again after ${seconds(healedMs)}`] : []),
    ...(endedMs > endedWithinMs ? [`I10 the last application ended after ${seconds(endedMs)}`] : []),
  ];
}
