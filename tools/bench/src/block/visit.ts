import type { SubjectName } from '../load/subject';
import type { InvariantsVerdict } from '../system/verdict';
import type { RatePoint } from './ceiling';

/** What one stay with one subject told. Times in milliseconds, memory in megabytes (2^20). */
export interface Visit {
  readonly subject: SubjectName;
  readonly readyMs: number;
  readonly inFlight: number;
  readonly completed: number;
  readonly seconds: number;
  /** Completed in each second of the closed-loop block. */
  readonly perSecond: readonly number[];
  /** Applications that were refused at the door or never ended, in any of the blocks. */
  readonly failed: number;
  readonly unfinished: number;
  /** Answers "not now" of a busy door; the same application was submitted again each time. */
  readonly turnedAway: number;
  /** CPU seconds each process used in the closed-loop block; a server that could not be seen is missing. */
  readonly cpu: Readonly<Record<string, number>>;
  /** Submit to complete at 70 % of this visit's own capacity; Infinity for one that never ended. */
  readonly latencies: readonly number[];
  readonly offeredRate: number;
  readonly achievedRate: number;
  /** The baseline only: submit to complete at the rate the system was last offered. */
  readonly besideSystem: readonly number[];
  /** The system only: open-loop blocks at several rates, and what was compared afterwards. */
  readonly steps: readonly RatePoint[];
  readonly verdict?: InvariantsVerdict;
  /** Submit to complete one at a time, with nothing else under way. */
  readonly idle: readonly number[];
  readonly restMb: Readonly<Record<string, number>>;
  readonly loadMb: Readonly<Record<string, number>>;
  /** What the subject really did for one application. */
  readonly writes: number;
  readonly transactions: number;
  readonly records: number;
  readonly outcomes: Readonly<Record<string, number>>;
}
