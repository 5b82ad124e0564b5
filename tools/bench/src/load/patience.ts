import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '../problem';
import { type GatewayConnection, TurnedAway } from './post';
import type { SubmissionRequest } from './subject';

export interface RetryBounds {
  /** So often is one application submitted at most. */
  readonly tries: number;
  /** However long the door says to wait. */
  readonly longestMs: number;
}

const firstWaitMs = 100;
// In all less than the load generator waits for what is under way at its end.
const usual: RetryBounds = { tries: 8, longestMs: 2_000 };

/** What applicants do when the door is too busy to take them: come back with the same application, and keep count. */
export class Patience {
  /** Answers that said "not now". */
  turnedAway = 0;
  private answers = 0;

  constructor(private readonly bounds: RetryBounds = usual) {}

  /** @throws what the door said last, or at once when that was no "not now" */
  async post(door: GatewayConnection, submission: SubmissionRequest): Promise<string> {
    for (let nth = 0; ; nth++) {
      this.answers++;
      try {
        // The same key: whatever the door did with it the last time, it becomes one application.
        return await door.post(submission);
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

  /** @throws Problem when most answers were "not now": then the door was measured, and not what lies behind it */
  check(): void {
    if (this.turnedAway * 2 > this.answers)
      throw new Problem(
        `${this.turnedAway} of ${this.answers} answers of the door were "not now": this machine is too busy to measure on`,
      );
  }
}
