import { Backoff } from '@lianban/backoff';
import { type AnyAggregate, type DocumentRef, refuse } from '@lianban/model';
import { CommitUnknown, Conflict, NotUnique } from '@lianban/mongo';
import { type Log, counters, histograms } from '@lianban/telemetry';
import type { CommandEnvelope, Outcome } from './command-envelope';
import { type RunBatch, SplitBatch } from './command-queue';
import { commitBatch } from './commit';
import type { Database } from './database';
import { type Batch, type BatchContext, decideBatch } from './decide-batch';
import { type LoadedDocument, documentKey, fromStored, newDocument } from './document';
import { OptimisticDocuments } from './optimistic-documents';
import { Relay } from './outbox';
import type { OutboxBatch } from './outbox-format';

export interface BatchPorts {
  readonly db: Database;
  readonly relay: Relay;
  readonly context: Omit<BatchContext, 'now'>;
  readonly now: () => Date;
  readonly log: Log;
  /** Called with the documents of each commit. */
  readonly onCommitted: (changed: readonly LoadedDocument[]) => void;
  readonly commit?: typeof commitBatch;
}

/** A batch that was decided, with the outbox document it is committed with. */
interface DecidedBatch {
  readonly batch: Batch;
  readonly changed: readonly LoadedDocument[];
  readonly outbox: OutboxBatch;
}

// The records of a batch are stored in one document, which may have 16 MB.
const mostBytes = 4_000_000;
const killRivalsAfterMs = 2_000;
// A healthy database or broker answers in milliseconds; a delay above this belongs in the log.
const slowMs = 2_000;

/**
 * read → decide → commit → publish. Callers are answered, and the next batch is decided, after this batch is published. A
 * lost race reads and decides again. After an unanswered commit the runner first finds out whether the batch was written:
 * deciding again could give every command in it a second effect.
 */
export function batchRunner(ports: BatchPorts): RunBatch {
  const { db, relay, context, now, log, onCommitted, commit = commitBatch } = ports;
  const { aggregates } = context;

  const read = async (refs: readonly DocumentRef[]) => {
    const found = await readDocuments(db, aggregates, refs);
    await relay.ensurePublished([...found.values()].map(({ lastBatch }) => lastBatch));
    return found;
  };
  const documents = new OptimisticDocuments(aggregates, read);

  const sealed = async (each: LoadedDocument): Promise<LoadedDocument> => {
    const storedAsks = await db.seals.requests.toStore(each, each.asks);
    if (!db.seals.seals(each.aggregate)) return { ...each, storedAsks };
    return { ...each, storedAsks, stored: await db.seals.toStore(each.aggregate, each.id, each.state, each.base) };
  };

  const prepare = async (commands: number, batch: Batch): Promise<DecidedBatch> => {
    const bytes = batch.records.reduce((sum, { value }) => sum + value.length, 0);
    if (bytes > mostBytes && commands > 1) throw new SplitBatch(`${bytes} bytes of records in one batch`);
    const outbox = await relay.next(batch.records);
    const lastBatch = batch.records.length > 0 && Relay.idOf(outbox);
    const changed = batch.changed.map((each) => (lastBatch ? { ...each, lastBatch } : each));
    return { batch, outbox, changed: await Promise.all(changed.map(sealed)) };
  };

  /** False when the batch was not written and never will be. */
  const write = async ({ changed, outbox }: DecidedBatch, onProgress: () => void): Promise<boolean> => {
    const started = Date.now();
    try {
      await commit(db, aggregates, changed, { batch: outbox, replaces: relay.replaceable() });
    } catch (error) {
      if (!(error instanceof CommitUnknown)) throw error;
      log.warn({ err: error, records: outbox.records.length }, 'commit in doubt: finding out what became of it');
      return wasWritten(outbox, onProgress);
    }
    const ms = Date.now() - started;
    histograms.commit().record(ms);
    if (ms > slowMs) log.warn({ ms, documents: changed.length }, 'slow commit');
    return true;
  };

  const wasWritten = async (outbox: OutboxBatch, onProgress: () => void): Promise<boolean> => {
    const backoff = new Backoff(50, 2_000);
    for (;;) {
      try {
        return await relay.wasWritten(outbox.batch);
      } catch (error) {
        log.warn({ err: error }, 'commit still in doubt');
        onProgress();
        await killIdleTransactions();
        await backoff.wait();
      }
    }
  };

  const publish = async ({ changed, outbox }: DecidedBatch): Promise<void> => {
    onCommitted(changed);
    const started = Date.now();
    await relay.publish(outbox);
    const ms = Date.now() - started;
    if (ms > slowMs) log.warn({ ms, records: outbox.records.length }, 'slow publish');
    documents.keep(changed);
    relay.clearSoon(outbox);
  };

  const killIdleTransactions = async () => {
    const killed = await db
      .killIdleTransactions()
      .catch((error: unknown) => log.warn({ err: error }, 'open transactions are left to the server'));
    if (killed) log.warn({ transactions: killed }, 'killed transactions their process left open');
  };

  return async (batch, onProgress) => {
    const began = Date.now();
    const backoff = new Backoff(5, 1_000);
    for (let isFirst = true; ; isFirst = false) {
      try {
        const at = now();
        const decided = await documents.decide(
          batch,
          (get) => decideBatch(batch, get, { ...context, now: at }),
          isFirst,
        );
        if (decided.changed.length === 0) return decided.outcomes;
        const prepared = await prepare(batch.length, decided);
        if (await write(prepared, onProgress)) {
          await publish(prepared);
          recordDurations(aggregates, batch, decided.outcomes);
          return decided.outcomes;
        }
      } catch (error) {
        documents.clear();
        if (error instanceof NotUnique) return notUnique(batch, error);
        if (!(error instanceof Conflict)) throw error;
        counters.conflicts().add(1);
      }
      onProgress();
      // A rival finishes within moments; one that does not may have died with its transaction open.
      if (Date.now() - began > killRivalsAfterMs) await killIdleTransactions();
      await backoff.wait();
    }
  };
}

/** Reads the documents, one query per aggregate. */
async function readDocuments(
  db: Database,
  aggregates: ReadonlyMap<string, AnyAggregate>,
  refs: readonly DocumentRef[],
): Promise<Map<string, LoadedDocument>> {
  const found = new Map<string, LoadedDocument>();
  const byAggregate = Map.groupBy(refs, ({ aggregate }) => aggregate);
  await Promise.all(
    [...byAggregate].map(async ([name, some]) => {
      const aggregate = aggregates.get(name);
      if (!aggregate) return;
      const ids = [...new Set(some.map(({ id }) => id))];
      for (const id of ids) found.set(documentKey(name, id), newDocument(aggregate, id));
      const stored = await db
        .of(name)
        .find({ _id: { $in: ids } }, { promoteBuffers: true })
        .toArray();
      for (const each of await Promise.all(stored.map((one) => db.seals.open(name, one))))
        found.set(documentKey(name, each._id), fromStored(name, each));
    }),
  );
  return found;
}

function recordDurations(
  aggregates: ReadonlyMap<string, AnyAggregate>,
  batch: readonly CommandEnvelope[],
  outcomes: readonly Outcome[],
): void {
  for (const [i, outcome] of outcomes.entries()) {
    const duration = aggregates.get(batch[i]!.addressed.aggregate)?.duration;
    if (!duration || outcome.is !== 'done') continue;
    for (const event of outcome.events) {
      const ms = duration(event, outcome.state);
      if (ms !== undefined) histograms.journey().record(ms);
    }
  }
}

/** With several commands in the batch it is not known whose document it was. */
function notUnique(batch: readonly CommandEnvelope[], error: NotUnique): readonly Outcome[] {
  const [only, ...others] = batch;
  if (others.length > 0) throw new SplitBatch(error.message);
  if (only?.source) return [{ is: 'broken', error }];
  return [{ is: 'refused', refusal: refuse('not-unique', 'Something else has this already: look it up first.') }];
}
