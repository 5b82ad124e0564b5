import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '../problem';
import { type GatewayConnection, TurnedAway } from './post';
import type { SubmissionRequest } from './subject';

export interface RetryBounds {
  /** Maximum number of submissions of one application. */
  readonly tries: number;
  /** Upper limit for the server's Retry-After. */
  readonly longestMs: number;
}

const firstWaitMs = 100;
// In all less than the load generator waits for what is in flight at its end.
const usual: RetryBounds = { tries: 8, longestMs: 2_000 };

/** Retries after 503 with the same application, and counts. */
export class Patience {
  /** Number of answers 503. */
  turnedAway = 0;
  private answers = 0;

  constructor(private readonly bounds: RetryBounds = usual) {}

  /** @throws the last 503, or any other error at once */
  async post(gateway: GatewayConnection, submission: SubmissionRequest): Promise<string> {
    for (let nth = 0; ; nth++) {
      this.answers++;
      try {
        // The same Idempotency-Key: all attempts become one application.
        return await gateway.post(submission);
      } catch (error) {
        if (!(error instanceof TurnedAway)) throw error;
        this.turnedAway++;
        if (nth + 1 >= this.bounds.tries) throw error;
        await pause(this.waitMs(nth, error.retryAfterMs));
      }
    }
  }

  waitMs(nth: number, told: number | undefined): number {
    return Math.min(told ?? firstWaitMs * 2 ** nth, this.bounds.longestMs);
  }

  /** @throws Problem when most answers were 503: then admission control was measured, not the system */
  check(): void {
    if (this.turnedAway * 2 > this.answers)
      throw new Problem(
        `${this.turnedAway} of ${this.answers} answers were 503: this machine is too busy to measure on`,
      );
  }
}
