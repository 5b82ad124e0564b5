import { partitionName } from './verify-ack';

export interface ConsumerProgress {
  /**
   * When this consumer last gave a sign of its own life: a fetch answered (even empty) or given up, a chunk handled or
   * failed, a connection tried. Stays fresh while a broker or a database is down; grows old when something hangs.
   * Milliseconds since 1970.
   */
  lastProgressAt: number;
  /** Partitions this member reads. */
  assigned: number;
  /** Records not handled yet in these partitions, as of the last fetch of each. */
  lag: number;
  /** Timestamp of the oldest record fetched and not handled, in milliseconds since 1970; undefined when none is in hand. */
  oldestUnhandledAt: number | undefined;
}

interface PartitionProgress {
  lag: number;
  oldestUnhandledAt: number | undefined;
}

/** Keeps what `progress()` tells. */
export class ProgressKeeper {
  private readonly partitions = new Map<string, PartitionProgress>();
  lastProgressAt = Date.now();

  alive(): void {
    this.lastProgressAt = Date.now();
  }

  /** `next` is the offset of the first record not handled, `end` the one after the last on the log. */
  reached(topic: string, partition: number, { next, end, oldestUnhandledAt }: ReachedOffset): void {
    const lag = Math.max(0, Number(BigInt(end) - BigInt(next)));
    this.partitions.set(partitionName(topic, partition), { lag, oldestUnhandledAt });
  }

  /** The partitions may be other ones now. */
  reset(): void {
    this.partitions.clear();
  }

  read(assigned: number): ConsumerProgress {
    let lag = 0;
    let oldest: number | undefined;
    for (const partition of this.partitions.values()) {
      lag += partition.lag;
      const at = partition.oldestUnhandledAt;
      if (at !== undefined && (oldest === undefined || at < oldest)) oldest = at;
    }
    return { lastProgressAt: this.lastProgressAt, assigned, lag, oldestUnhandledAt: oldest };
  }
}

export interface ReachedOffset {
  next: string;
  end: string;
  oldestUnhandledAt: number | undefined;
}
