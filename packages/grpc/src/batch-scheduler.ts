/** A call in the queue. */
export interface QueuedCall<T> {
  readonly bytes: number;
  readonly call: T;
}

export interface SendCalls<T> {
  /** Sends one call as its own request. Never rejects: the call's own promise is settled. */
  readonly single: (call: T) => Promise<void>;
  /** Sends several calls as one request. Never rejects. */
  readonly batch: (calls: readonly T[]) => Promise<void>;
}

// High enough that the peer always has work while responses are under way; low enough that calls meet in a batch.
const maxInFlight = 4;
const maxBatchCalls = 64;
// The peer accepts messages of up to 1 MiB.
const maxBatchBytes = 256 * 1024;

/**
 * Schedules the calls of one method to one peer. While few requests are in flight, each call is sent at once as its own
 * request; beyond that, calls wait and are sent as a batch.
 */
export class BatchScheduler<T> {
  private waiting: QueuedCall<T>[] = [];
  private inFlight = 0;
  private isScheduled = false;

  constructor(private readonly send: SendCalls<T>) {}

  add(call: QueuedCall<T>): void {
    this.waiting.push(call);
    this.schedule();
  }

  /** Calls made in the same turn of the event loop share a batch. */
  private schedule(): void {
    if (this.isScheduled || this.inFlight >= maxInFlight) return;
    this.isScheduled = true;
    setImmediate(() => {
      this.isScheduled = false;
      while (this.waiting.length > 0 && this.inFlight < maxInFlight) void this.sendNext(this.take());
    });
  }

  private take(): readonly T[] {
    let count = 0;
    for (let bytes = 0; count < Math.min(this.waiting.length, maxBatchCalls); count++) {
      bytes += this.waiting[count]!.bytes;
      if (count > 0 && bytes > maxBatchBytes) break;
    }
    return this.waiting.splice(0, count).map(({ call }) => call);
  }

  private async sendNext(calls: readonly T[]): Promise<void> {
    this.inFlight++;
    try {
      if (calls.length === 1) await this.send.single(calls[0]!);
      else await this.send.batch(calls);
    } finally {
      this.inFlight--;
      if (this.waiting.length > 0) this.schedule();
    }
  }
}
