import { Backoff, pause } from '@lianban/backoff';
import { counters, histograms, type Log } from '@lianban/telemetry';
import { isLostRace, retryOnLockTimeout } from '@lianban/mongo';
import type { Database } from './database';
import {
  type OutboxBatch,
  type OutboxDocument,
  type OutboxRecord,
  fromStoredBatch,
  toStoredBatch,
} from './outbox-format';

/** Which outbox document the next one may replace. */
export interface Replaceable {
  readonly _id: string;
  readonly $or: [{ readonly batch: { readonly $lte: number } }, { readonly fence: true }];
}

/** Sends records in their order; resolves when every one is acknowledged beyond doubt, however often that takes. */
export type Send = (records: readonly OutboxRecord[]) => Promise<void>;

// Past this age a batch's own process is taken for dead or stuck, and whoever needs the batch publishes it.
const ownerGivenUpMs = 3_000;
const rememberedBatches = 50_000;
const idleBeforeClearMs = 10;
// Well before another process would take what was left for abandoned.
const leftBehindMs = 1_000;
// A transaction that is still open makes others wait; it may have to be ended.
const longestWaitMs = 3_000;

/** Publishes what was committed. One batch of this process is on its way at a time, so a case's events stay in order. */
export class Relay {
  private batch = 0;
  /** The last batch of ours that was acknowledged: what the next one may replace. */
  private acked = 0;
  private sends = 0;
  private clearing: Promise<unknown> | undefined;
  private clearTimer: NodeJS.Timeout | undefined;
  private readonly closed = new AbortController();
  /** Batches of other processes that are known to be published. */
  private readonly published = new Set<string>();
  private readonly takingOver = new Map<string, Promise<void>>();
  oldestPendingAt: number | undefined;
  /** Since when a send has waited for its acknowledgement; undefined when none is waiting. */
  sendingSince: number | undefined;

  constructor(
    private readonly db: Database,
    private readonly processId: string,
    private readonly send: Send,
    private readonly log: Log,
  ) {}

  /** The next batch of the outbox, to be committed with the documents it changed. */
  async next(records: readonly OutboxRecord[]): Promise<OutboxBatch> {
    clearTimeout(this.clearTimer);
    await this.clearing;
    this.batch += 1;
    return { _id: this.processId, batch: this.batch, at: new Date(this.db.now()), records };
  }

  /** The next batch may replace an acknowledged batch or a fence, never a batch that was not acknowledged. */
  replaceable(): Replaceable {
    return { _id: this.processId, $or: [{ batch: { $lte: this.acked } }, { fence: true }] };
  }

  static idOf(outbox: Pick<OutboxBatch, '_id' | 'batch'>): string {
    return `${outbox._id}#${outbox.batch}`;
  }

  /** Resolves when the batch is acknowledged. @throws only when this relay is closed: the batch is left to a sweeper */
  async publish(outbox: OutboxBatch, publisher: 'owner' | 'other' = 'owner'): Promise<void> {
    const started = Date.now();
    await this.sendUntilAcknowledged(outbox.records);
    if (outbox._id === this.processId) this.acked = outbox.batch;
    if (outbox.records.length === 0) return;
    histograms.publish().record(Date.now() - started);
    counters.published().add(outbox.records.length, { publisher });
  }

  /**
   * Whether a batch whose commit went unanswered was written. If not, it never will be: a fence takes its place in the
   * outbox. @throws while the database does not answer
   */
  async wasWritten(batch: number): Promise<boolean> {
    const fence = { ...toStoredBatch(await this.next([])), fence: true } as const;
    const options = { upsert: true, maxTimeMS: longestWaitMs };
    await this.db.outbox.replaceOne(this.replaceable(), fence, options).catch((error: unknown) => {
      if (!isLostRace(error)) throw error;
    });
    const own = await this.db.outbox.findOne({ _id: this.processId }, { projection: { batch: 1 } });
    if (own?.batch === batch) return true;
    return (await this.db.republishedBatches.findOne({ _id: Relay.idOf({ _id: this.processId, batch }) })) !== null;
  }

  /** The next batch replaces the outbox document; when none comes soon, the document is deleted. */
  clearSoon(outbox: Pick<OutboxBatch, '_id' | 'batch'>): void {
    clearTimeout(this.clearTimer);
    this.clearTimer = setTimeout(() => {
      this.clearing = this.clear(outbox).catch((error: unknown) =>
        this.log.debug({ err: error }, 'outbox not cleared yet'),
      );
    }, idleBeforeClearMs).unref();
  }

  /** Leaves nothing for other processes to publish, except what could not be sent. */
  async close(): Promise<void> {
    this.closed.abort();
    clearTimeout(this.clearTimer);
    await this.clearing;
    await this.clear({ _id: this.processId, batch: this.acked });
  }

  /**
   * No decision is based on an unpublished change: resolves when every batch in `lastBatches` is published, by its owner
   * or, when the owner takes too long, by this process. Its own are: a batch starts after the last is acknowledged.
   */
  async ensurePublished(lastBatches: Iterable<string>): Promise<void> {
    for (let open = [...new Set(lastBatches)].filter((id) => !this.isPublished(id)); open.length > 0;) {
      const pending = await this.pendingOf(open);
      for (const id of open) if (!pending.has(id)) this.remember(id);
      open = [...pending.keys()];
      for (const [id, outbox] of pending) if (this.isAbandoned(outbox)) await this.takeOver(id, outbox);
      if (open.length > 0) await pause(5, this.closed.signal);
    }
  }

  /**
   * Publishes the batches of dead processes, and returns how many there were. Deletes this process's own acknowledged
   * documents as well: a batch without changes stops the timer that would have deleted its predecessor.
   */
  async sweep(): Promise<number> {
    const waiting = await this.db.outbox.find({}).sort({ at: 1 }).toArray();
    const isOurs = ({ _id }: OutboxDocument) => _id === this.processId;
    const { true: settled = [], false: pending = [] } = Object.groupBy(waiting, (outbox) =>
      String(isOurs(outbox) && (outbox.fence === true || outbox.batch <= this.acked)),
    );
    this.oldestPendingAt = pending[0]?.at.getTime();
    for (const outbox of settled) if (this.ageOf(outbox) > leftBehindMs) await this.clear(outbox);
    const abandoned = pending.filter((outbox) => !isOurs(outbox) && this.isAbandoned(outbox));
    for (const outbox of abandoned) await this.takeOver(Relay.idOf(outbox), outbox);
    return abandoned.length;
  }

  private isAbandoned(outbox: OutboxDocument): boolean {
    return this.ageOf(outbox) > ownerGivenUpMs;
  }

  /** By the database server's clock, which the writing process used too. */
  private ageOf(outbox: OutboxDocument): number {
    return this.db.now() - outbox.at.getTime();
  }

  private isPublished(id: string): boolean {
    return !id || this.published.has(id) || id.slice(0, id.lastIndexOf('#')) === this.processId;
  }

  private async pendingOf(ids: readonly string[]): Promise<Map<string, OutboxDocument>> {
    const owners = [...new Set(ids.map((id) => id.slice(0, id.lastIndexOf('#'))))];
    const found = await this.db.outbox.find({ _id: { $in: owners } }).toArray();
    return new Map(found.map((outbox) => [Relay.idOf(outbox), outbox] as const).filter(([id]) => ids.includes(id)));
  }

  /** Once, however many callers ask at the same time. */
  private takeOver(id: string, outbox: OutboxDocument): Promise<void> {
    const running = this.takingOver.get(id) ?? this.publishForOwner(id, outbox);
    this.takingOver.set(id, running);
    return running.finally(() => this.takingOver.delete(id));
  }

  /** Leaves a note: an owner that is alive and had no answer to its commit must learn that it was written. */
  private async publishForOwner(id: string, outbox: OutboxDocument): Promise<void> {
    this.log.warn({ batch: id, records: outbox.records.length }, 'publishing a batch its own process left behind');
    await this.publish(fromStoredBatch(outbox), 'other');
    await this.db.republishedBatches.updateOne(
      { _id: id },
      { $set: { at: new Date(this.db.now()) } },
      { upsert: true },
    );
    await this.clear(outbox);
    this.remember(id);
  }

  private async sendUntilAcknowledged(records: readonly OutboxRecord[]): Promise<void> {
    if (records.length === 0) return;
    const backoff = new Backoff(50, 5_000);
    this.sends += 1;
    this.sendingSince ??= Date.now();
    try {
      for (;;) {
        try {
          return await this.send(records);
        } catch (error) {
          if (this.closed.signal.aborted) throw error;
          this.log.fatal({ err: error }, 'committed records cannot be published until this is mended');
          await backoff.wait(this.closed.signal);
        }
      }
    } finally {
      this.sends -= 1;
      this.sendingSince = this.sends > 0 ? Date.now() : undefined;
    }
  }

  private async clear(outbox: Pick<OutboxDocument, '_id' | 'batch'>): Promise<void> {
    const { _id, batch } = outbox;
    await retryOnLockTimeout(this.db, (options) => this.db.outbox.deleteOne({ _id, batch }, options));
  }

  private remember(id: string): void {
    if (this.published.size >= rememberedBatches) this.published.clear();
    this.published.add(id);
  }
}
