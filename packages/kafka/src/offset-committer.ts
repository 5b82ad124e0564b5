import type { KafkaLog } from './kafka-logger';
import type { Assigned } from '@lianban/record';

export interface CommitOffset {
  topic: string;
  partition: number;
  /** Where reading goes on; decimal. */
  offset: string;
}

export type Commit = (offsets: CommitOffset[]) => Promise<void>;

/**
 * Tells the broker now and then how far this member has come. Committed offsets are hints that spare repeats after a
 * restart: what was applied is recorded with the state itself. So a commit may fail, and waits for the next one.
 */
export class OffsetCommitter {
  private dirty = new Map<string, CommitOffset>();
  private timer: NodeJS.Timeout | undefined;
  private isOpen = false;
  private committing: Promise<void> = Promise.resolve();

  constructor(
    private readonly commit: Commit,
    private readonly everyMs: number,
    private readonly log: KafkaLog,
  ) {}

  /** Everything before `offset` is handled. */
  handled(topic: string, partition: number, offset: string): void {
    this.isOpen = true;
    this.dirty.set(`${topic}/${partition}`, { topic, partition, offset });
    this.timer ??= setTimeout(() => void this.flush(), this.everyMs);
  }

  /** Commits what is due, by `commit` when given. Never throws. */
  flush(commit: Commit = this.commit): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.committing = this.committing.then(() => this.commitDirty(commit));
    return this.committing;
  }

  /** After a rebalance: what others read now is theirs to commit. */
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
      // Deadlines wait for what the group says it has read: it must be told, also when no further record comes.
      this.timer ??= setTimeout(() => void this.flush(), this.everyMs);
    }
  }
}
