import type { SubjectName } from '../load/subject';
import type { InvariantsVerdict } from '../system/verdict';
import type { RatePoint } from './ceiling';

/** The result of one visit: a subject started, measured and stopped. Milliseconds and megabytes (2^20). */
export interface Visit {
  readonly subject: SubjectName;
  readonly readyMs: number;
  readonly inFlight: number;
  readonly completed: number;
  readonly seconds: number;
  /** Completions in each second of the closed-loop block. */
  readonly perSecond: readonly number[];
  /** Applications that were refused or never ended, in any block. */
  readonly failed: number;
  readonly unfinished: number;
  /** Answers 503; the same application was submitted again each time. */
  readonly turnedAway: number;
  /** CPU seconds of each process in the closed-loop block; without servers whose process was not found. */
  readonly cpu: Readonly<Record<string, number>>;
  /** Latency at 70 % of this visit's own capacity; Infinity for one that never ended. */
  readonly latencies: readonly number[];
  readonly offeredRate: number;
  readonly achievedRate: number;
  /** Baseline only: latency at the rate last offered to the system. */
  readonly besideSystem: readonly number[];
  /** System only: open-loop blocks at several rates, and the audit afterwards. */
  readonly steps: readonly RatePoint[];
  readonly verdict?: InvariantsVerdict;
  /** Latency with one application at a time. */
  readonly idle: readonly number[];
  readonly restMb: Readonly<Record<string, number>>;
  readonly loadMb: Readonly<Record<string, number>>;
  /** Work measured for one application. */
  readonly writes: number;
  readonly transactions: number;
  readonly records: number;
  readonly outcomes: Readonly<Record<string, number>>;
}
