import type { ClientSession } from 'mongoose';
import type { AnyKind } from '@lianban/model';
import { type Update, addChanges } from './document-changes';
import type { Entry, OutboxBatch, Stored } from './document';
import type { Replaceable } from './outbox';
import { CommitUnknown, Conflict, isLostRace, isNotUnique, NotUnique } from '@lianban/mongo';
import type { Database } from './database';
import { toStoredBatch } from './outbox-format';
import { tableOf } from './hash-table';

/** What goes into the outbox, and which batch it may take the place of: another there is a Conflict. */
export interface OutboxWrite {
  readonly batch: OutboxBatch;
  readonly replaces: Replaceable;
}

/**
 * Writes a batch in one transaction: each changed document on the condition that it still has the version it was decided
 * on, and this process's outbox document. The outbox comes first: once it is written, no earlier batch of this process
 * whose commit went unanswered can come true any more.
 * @throws Conflict when another was faster  @throws NotUnique when an index forbids it
 * @throws CommitUnknown when it is open whether the batch was written; after any other error it was not
 */
export async function commitBatch(
  db: Database,
  kinds: ReadonlyMap<string, AnyKind>,
  changed: readonly Entry[],
  outbox: OutboxWrite,
): Promise<void> {
  const session = await db.session();
  try {
    session.startTransaction({ readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority', journal: true } });
    await db.outbox.replaceOne(outbox.replaces, toStoredBatch(outbox.batch), { upsert: true, session });
    for (const [kind, entries] of Map.groupBy(changed, (entry) => entry.kind))
      await write(db, session, kinds.get(kind)!, entries);
    await commit(session);
  } catch (error) {
    if (session.inTransaction()) await session.abortTransaction().catch(() => undefined);
    if (isLostRace(error)) throw new Conflict('a document changed under this batch');
    throw isNotUnique(error) ? new NotUnique('a unique index forbids one of the documents') : error;
  } finally {
    await session.endSession().catch(() => undefined);
  }
}

/**
 * New documents first, then changed ones: the driver makes one command of each run of equal operations, and a mixed list
 * would cost a round trip for nearly every document.
 */
async function write(db: Database, session: ClientSession, kind: AnyKind, entries: readonly Entry[]): Promise<void> {
  const { true: fresh = [], false: known = [] } = Object.groupBy(entries, ({ loaded }) => String(loaded === 0));
  const options = { session, ordered: true };
  const inserts = fresh.map((entry) => ({ insertOne: { document: toStored(kind, entry, db.now()) } }));
  if (inserts.length > 0) await db.of(kind.name).bulkWrite(inserts, options);
  const changes = known.map((entry) => ({
    updateOne: { filter: { _id: entry.id, version: entry.loaded }, update: toUpdate(kind, entry, db.now()) },
  }));
  if (changes.length === 0) return;
  const { matchedCount } = await db.of(kind.name).bulkWrite(changes, options);
  if (matchedCount !== changes.length) throw new Conflict('a document changed under this batch');
}

function toStored(kind: AnyKind, entry: Entry, now: number): Stored {
  const { id, state, seen, sent } = entry;
  return { _id: id, state, seen, sent, ...bookkeeping(kind, entry, now) };
}

/** Only what has changed: a case has hundreds of events in its life, and each would write all of those before it again. */
function toUpdate(kind: AnyKind, entry: Entry, now: number): Update {
  const kept = bookkeeping(kind, entry, now);
  // Paths name cases, too.
  const update: Update = {
    $set: tableOf<unknown>(kept),
    ...(kept.traceparent ? {} : { $unset: { traceparent: '' } }),
  };
  addChanges(update, 'state', entry.base.state, entry.state);
  addChanges(update, 'seen', entry.base.seen, entry.seen);
  addChanges(update, 'sent', entry.base.sent, entry.sent);
  return update;
}

function bookkeeping(kind: AnyKind, entry: Entry, now: number): Omit<Stored, '_id' | 'state' | 'seen' | 'sent'> {
  const { version, state, lastBatch, asks, traceparent } = entry;
  const wakeAt = kind.decider.wake?.(state)?.at ?? null;
  return {
    version,
    lastBatch,
    asks,
    wakeAt,
    askAt: asks.length > 0 ? new Date(now + askedElsewhereAfterMs) : null,
    ...(wakeAt && traceparent && { traceparent }),
    // By the clock that the database removes by.
    ...(kind.keepMs !== undefined && { expiresAt: new Date(now + kind.keepMs) }),
  };
}

// The process that commits a question asks it at once; another takes over when this much later it is still open.
const askedElsewhereAfterMs = 5_000;

/** A commit whose answer was lost is asked again: the server remembers what became of it. */
async function commit(session: ClientSession): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await session.commitTransaction();
    } catch (error) {
      if (tries >= 3) throw new CommitUnknown('the commit was not answered', { cause: error });
    }
  }
}
