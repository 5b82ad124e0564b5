/** One call that waits to be sent. */
export interface WaitingCall<T> {
  readonly bytes: number;
  readonly call: T;
}

export interface Sending<T> {
  /** Sends one call by itself. Never rejects: the call's own promise is settled. */
  readonly alone: (call: T) => Promise<void>;
  /** Sends several as one. Never rejects. */
  readonly together: (calls: readonly T[]) => Promise<void>;
}

// Enough that the callee always has something to do while answers are on their way; few, so that calls meet.
const mostUnderWay = 4;
const mostCalls = 64;
// The callee takes messages of up to 1 MiB.
const mostBytes = 256 * 1024;

/**
 * Calls of one method on their way to one peer. When idle each goes at once and by itself; while some are under way, those
 * that come meanwhile wait for one another and go as one.
 */
export class BatchScheduler<T> {
  private waiting: WaitingCall<T>[] = [];
  private underWay = 0;
  private isDue = false;

  constructor(private readonly sending: Sending<T>) {}

  add(call: WaitingCall<T>): void {
    this.waiting.push(call);
    this.makeDue();
  }

  /** Everything asked for in this turn of the event loop goes together. */
  private makeDue(): void {
    if (this.isDue || this.underWay >= mostUnderWay) return;
    this.isDue = true;
    setImmediate(() => {
      this.isDue = false;
      while (this.waiting.length > 0 && this.underWay < mostUnderWay) void this.send(this.take());
    });
  }

  private take(): readonly T[] {
    let count = 0;
    for (let bytes = 0; count < Math.min(this.waiting.length, mostCalls); count++) {
      bytes += this.waiting[count]!.bytes;
      if (count > 0 && bytes > mostBytes) break;
    }
    return this.waiting.splice(0, count).map(({ call }) => call);
  }

  private async send(calls: readonly T[]): Promise<void> {
    this.underWay++;
    try {
      if (calls.length === 1) await this.sending.alone(calls[0]!);
      else await this.sending.together(calls);
    } finally {
      this.underWay--;
      if (this.waiting.length > 0) this.makeDue();
    }
  }
}
