import { Backoff } from '@lianban/backoff';
import { refuse } from '@lianban/model';
import { CommitUnknown, Conflict, NotUnique } from '@lianban/mongo';
import type { Database } from './database';
import { type Entry, type OutboxBatch, keyOfRef } from './document';
import { Relay } from './outbox';
import { type Ref, loadEntries } from './load-documents';
import { commitBatch } from './commit';
import { type Log, counters, histograms } from '@lianban/telemetry';
import { type Batch, type BatchContext, begins, decideBatch } from './decide-batch';
import { type RunBatch, TakeApart } from './command-queue';
import { Recent } from './document-cache';
import type { Outcome, Work } from './command-envelope';

export interface BatchPorts {
  readonly db: Database;
  readonly relay: Relay;
  readonly context: Omit<BatchContext, 'now'>;
  readonly now: () => Date;
  readonly log: Log;
  /** Called with the documents just written, whose questions are now to be asked. */
  readonly onCommitted: (changed: readonly Entry[]) => void;
  readonly commit?: typeof commitBatch;
}

/** A batch as it was decided and sent to be committed. */
interface Attempt {
  readonly batch: Batch;
  readonly changed: readonly Entry[];
  readonly outbox: OutboxBatch;
}

// The records of a batch stand in one document, which may have 16 MB.
const mostBytes = 4_000_000;
const rivalGivenUpMs = 2_000;
// A few kilobytes each; enough for every case that is under way at a few hundred applications a second.
const recentDocuments = 2_000;
// A healthy database or broker answers in milliseconds: past this, whoever looks for a delay should find it in the log.
const slowMs = 2_000;

/**
 * load → decide → commit → publish. Callers are answered when the batch is published, so the next batch never builds on
 * a change nobody was told of. A lost race loads and decides again. A commit that was never answered may have come true
 * all the same: nothing is decided again before it is known, for then every request in it would have its effect twice.
 */
export function batchRunner(ports: BatchPorts): RunBatch {
  const { db, relay, context, now, log, onCommitted, commit = commitBatch } = ports;
  const { kinds } = context;

  const recent = new Recent(recentDocuments);

  const load = async (refs: readonly Ref[]) => {
    const entries = await loadEntries(db, kinds, refs);
    await relay.ensurePublished([...entries.values()].map((entry) => entry.lastBatch));
    return entries;
  };

  /** What is not at hand from our own last write is read. */
  const gather = async (refs: readonly Ref[], into: Map<string, Entry>): Promise<Map<string, Entry>> => {
    const unread: Ref[] = [];
    for (const ref of refs) {
      const key = keyOfRef(ref.kind, ref.id);
      const known = recent.get(key);
      if (known) into.set(key, known);
      else unread.push(ref);
    }
    if (unread.length > 0) for (const [key, entry] of await load(unread)) into.set(key, entry);
    return into;
  };

  /** What was decided without a change was decided on documents read afresh. */
  const decide = async (works: readonly Work[], assumeNew: boolean): Promise<Batch> => {
    const isLookedFor = ({ order, source }: Work) => {
      const kind = kinds.get(order.kind);
      return !kind || !begins(kind, order.command, { assumeNew }) || (source && source.sequence > 1);
    };
    const loaded = await gather(
      works.filter(isLookedFor).map(({ order }) => order),
      new Map(),
    );
    for (;;) {
      const batch = decideBatch(works, loaded, { ...context, now: now(), assumeNew });
      if (batch.missing.length > 0) {
        await gather(batch.missing, loaded);
        continue;
      }
      const written = new Set(batch.changed.map((entry) => keyOfRef(entry.kind, entry.id)));
      const remembered = [...loaded.keys()].filter((key) => !written.has(key) && recent.get(key));
      if (remembered.length === 0 && batch.unproved.length === 0) return batch;
      recent.forget(remembered);
      const unproved = [...remembered.map((key) => loaded.get(key)!), ...batch.unproved];
      for (const [key, entry] of await load(unproved)) loaded.set(key, entry);
    }
  };

  const attempt = async (works: readonly Work[], batch: Batch): Promise<Attempt> => {
    const bytes = batch.records.reduce((sum, { value }) => sum + value.length, 0);
    if (bytes > mostBytes && works.length > 1) throw new TakeApart(`${bytes} bytes of records in one batch`);
    const outbox = await relay.next(batch.records);
    const lastBatch = batch.records.length > 0 && Relay.idOf(outbox);
    return { batch, outbox, changed: batch.changed.map((entry) => (lastBatch ? { ...entry, lastBatch } : entry)) };
  };

  /** False when it was not written, and never will be. */
  const write = async ({ changed, outbox }: Attempt, stillTrying: () => void): Promise<boolean> => {
    const started = Date.now();
    try {
      await commit(db, kinds, changed, { batch: outbox, replaces: relay.replaceable() });
    } catch (error) {
      if (!(error instanceof CommitUnknown)) throw error;
      log.warn({ err: error, records: outbox.records.length }, 'commit in doubt: finding out what became of it');
      return findOut(outbox, stillTrying);
    }
    const ms = Date.now() - started;
    histograms.commit().record(ms);
    if (ms > slowMs) log.warn({ ms, documents: changed.length }, 'slow commit');
    return true;
  };

  const findOut = async (outbox: OutboxBatch, stillTrying: () => void): Promise<boolean> => {
    const backoff = new Backoff(50, 2_000);
    for (;;) {
      try {
        return await relay.wasWritten(outbox.batch);
      } catch (error) {
        log.warn({ err: error }, 'commit still in doubt');
        stillTrying();
        await endStuck();
        await backoff.wait();
      }
    }
  };

  const finish = async (works: readonly Work[], { batch, changed, outbox }: Attempt): Promise<readonly Outcome[]> => {
    onCommitted(changed);
    const started = Date.now();
    await relay.publish(outbox);
    const ms = Date.now() - started;
    if (ms > slowMs) log.warn({ ms, records: outbox.records.length }, 'slow publish');
    remember(changed);
    relay.clearSoon(outbox);
    measure(works, batch.outcomes);
    return batch.outcomes;
  };

  /** Only what something is still to happen to by itself: a case that has come to its end fills the memory for nothing. */
  function remember(changed: readonly Entry[]): void {
    const { true: underWay = [], false: atRest = [] } = Object.groupBy(changed, (entry) => String(isUnderWay(entry)));
    recent.keep(underWay);
    recent.forget(atRest.map(({ kind, id }) => keyOfRef(kind, id)));
  }

  const isUnderWay = ({ kind, state, asks }: Entry): boolean =>
    asks.length > 0 || kinds.get(kind)?.decider.wake?.(state) !== undefined;

  function measure(works: readonly Work[], outcomes: readonly Outcome[]): void {
    for (const [i, outcome] of outcomes.entries()) {
      const took = kinds.get(works[i]!.order.kind)?.took;
      if (!took || outcome.is !== 'done') continue;
      for (const event of outcome.events) {
        const ms = took(event, outcome.state);
        if (ms !== undefined) histograms.journey().record(ms);
      }
    }
  }

  const endStuck = async () => {
    const ended = await db
      .endStuckTransactions()
      .catch((error: unknown) => log.warn({ err: error }, 'open transactions are left to the server'));
    if (ended) log.warn({ transactions: ended }, 'ended transactions their process left open');
  };

  return async (works, stillTrying) => {
    const began = Date.now();
    const backoff = new Backoff(5, 1_000);
    for (let assumeNew = true; ; assumeNew = false) {
      try {
        const batch = await decide(works, assumeNew);
        if (batch.changed.length === 0) return batch.outcomes;
        const made = await attempt(works, batch);
        if (await write(made, stillTrying)) return await finish(works, made);
      } catch (error) {
        recent.forgetAll();
        if (error instanceof NotUnique) return notUnique(works, error);
        if (!(error instanceof Conflict)) throw error;
        counters.conflicts().add(1);
      }
      stillTrying();
      // Rivals are done within moments. One that is not may have died with its transaction open.
      if (Date.now() - began > rivalGivenUpMs) await endStuck();
      await backoff.wait();
    }
  };
}

/** With several in the batch it is not known whose document it was. */
function notUnique(works: readonly Work[], error: NotUnique): readonly Outcome[] {
  const [work, ...others] = works;
  if (others.length > 0) throw new TakeApart(error.message);
  if (work?.source) return [{ is: 'broken', error }];
  return [{ is: 'refused', refusal: refuse('not-unique', 'Something else has this already: look it up first.') }];
}
