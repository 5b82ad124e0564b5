import type { KafkaLog } from './kafka-logger';
import type { Assigned } from '@lianban/record';

export interface CommitOffset {
  topic: string;
  partition: number;
  /** Where reading goes on; decimal. */
  offset: string;
}

export type Commit = (offsets: CommitOffset[]) => Promise<void>;

const commitEveryMs = 1_000;

/**
 * Commits the offsets of this member once a second. Committed offsets only avoid repeats after a restart: the inbox of each
 * document records which records were applied. So a commit may fail; its offsets go with the next one.
 */
export class OffsetCommitter {
  private dirty = new Map<string, CommitOffset>();
  private timer: NodeJS.Timeout | undefined;
  private isOpen = false;
  private committing: Promise<void> = Promise.resolve();

  constructor(
    private readonly commit: Commit,
    private readonly log: KafkaLog,
  ) {}

  /** Everything before `offset` is handled. */
  handled(topic: string, partition: number, offset: string): void {
    this.isOpen = true;
    this.dirty.set(`${topic}/${partition}`, { topic, partition, offset });
    this.timer ??= setTimeout(() => void this.flush(), commitEveryMs);
  }

  /** Commits the offsets that are due, by `commit` when given. Never throws. */
  flush(commit: Commit = this.commit): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.committing = this.committing.then(() => this.commitDirty(commit));
    return this.committing;
  }

  /** After a rebalance: other members commit the offsets of revoked partitions. */
  keepOnly(assigned: Assigned): void {
    for (const [name, { topic, partition }] of this.dirty) {
      if (!assigned.get(topic)?.includes(partition)) this.dirty.delete(name);
    }
  }

  close(): void {
    this.isOpen = false;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.dirty.clear();
  }

  private async commitDirty(commit: Commit): Promise<void> {
    const due = this.dirty;
    if (due.size === 0) return;
    this.dirty = new Map();
    try {
      await commit([...due.values()]);
    } catch (error) {
      this.log.debug({ err: error }, 'Kafka offsets not committed: the next commit carries them');
      if (!this.isOpen) return;
      this.dirty = new Map([...due, ...this.dirty]);
      // Timers wait for the committed offsets, so they must be committed even when no further record comes.
      this.timer ??= setTimeout(() => void this.flush(), commitEveryMs);
    }
  }
}
