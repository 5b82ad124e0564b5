import { partitionName } from './partitions';

export interface ConsumerProgress {
  /**
   * When this consumer was last active: a fetch was answered (even empty) or timed out, a chunk was handled or failed, a
   * connection was tried. Stays recent while a broker or a database is down, and ages when the consumer hangs.
   * Milliseconds since 1970.
   */
  lastProgressAt: number;
  /** Partitions this member reads. */
  assigned: number;
  /** Records not handled yet in these partitions, as of the last fetch of each. */
  lag: number;
  /** Timestamp of the oldest record fetched and not handled, in milliseconds since 1970; undefined when there is none. */
  oldestUnhandledAt: number | undefined;
}

interface PartitionProgress {
  lag: number;
  oldestUnhandledAt: number | undefined;
}

/** Tracks the progress of one consumer. */
export class ProgressTracker {
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

  /** After an assignment, which may have other partitions. */
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
