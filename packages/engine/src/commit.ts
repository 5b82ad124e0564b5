import type { ClientSession } from 'mongoose';
import type { AnyAggregate } from '@lianban/model';
import { type Update, addChanges } from './document-changes';
import type { LoadedDocument, StoredDocument } from './document';
import type { Replaceable } from './outbox';
import { CommitUnknown, Conflict, isLostRace, isNotUnique, NotUnique } from '@lianban/mongo';
import type { Database } from './database';
import { type OutboxBatch, toStoredBatch } from './outbox-format';
import { tableOf } from './hash-table';

/** The batch to store in the outbox, and which one it may replace: any other there is a Conflict. */
export interface OutboxWrite {
  readonly batch: OutboxBatch;
  readonly replaces: Replaceable;
}

/**
 * Writes a batch in one transaction: this process's outbox document, and each changed document on condition that it still
 * has the version it was decided on. The outbox is written first: after that write, no earlier batch of this process whose
 * commit went unanswered can still be written.
 * @throws Conflict when another process wrote first  @throws NotUnique when a unique index refuses a document
 * @throws CommitUnknown when it is not known whether the batch was written; after any other error it was not
 */
export async function commitBatch(
  db: Database,
  aggregates: ReadonlyMap<string, AnyAggregate>,
  changed: readonly LoadedDocument[],
  outbox: OutboxWrite,
): Promise<void> {
  const session = await db.session();
  try {
    session.startTransaction({ readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority', journal: true } });
    await db.outbox.replaceOne(outbox.replaces, toStoredBatch(outbox.batch), { upsert: true, session });
    for (const [name, documents] of Map.groupBy(changed, ({ aggregate }) => aggregate))
      await write(db, session, aggregates.get(name)!, documents);
    await commit(session);
  } catch (error) {
    if (session.inTransaction()) await session.abortTransaction().catch(() => undefined);
    if (isLostRace(error)) throw new Conflict('a document changed under this batch');
    throw isNotUnique(error) ? new NotUnique('a unique index forbids one of the documents') : error;
  } finally {
    await session.endSession().catch(() => undefined);
  }
}

/** Inserts first, then updates: the driver sends each run of equal operations as one command. */
async function write(
  db: Database,
  session: ClientSession,
  aggregate: AnyAggregate,
  documents: readonly LoadedDocument[],
): Promise<void> {
  const { true: fresh = [], false: known = [] } = Object.groupBy(documents, ({ loaded }) => String(loaded === 0));
  const options = { session, ordered: true };
  const inserts = fresh.map((each) => ({ insertOne: { document: toStored(aggregate, each, db.now()) } }));
  if (inserts.length > 0) await db.of(aggregate.name).bulkWrite(inserts, options);
  const updates = known.map((each) => ({
    updateOne: { filter: asRead(aggregate, each), update: toUpdate(aggregate, each, db.now()) },
  }));
  if (updates.length === 0) return;
  const { matchedCount } = await db.of(aggregate.name).bulkWrite(updates, options);
  if (matchedCount !== updates.length) throw new Conflict('a document changed under this batch');
}

/** What an operator has sealed anew since has its version still, and another seal. */
const asRead = ({ sealed }: AnyAggregate, { id, loaded, base }: LoadedDocument) => ({
  ...{ _id: id, version: loaded },
  ...(sealed && { 'sealed.nonce': base.sealed?.nonce ?? null }),
});

function toStored(aggregate: AnyAggregate, document: LoadedDocument, now: number): StoredDocument {
  const { id, seen, sent, stored } = document;
  const { state, sealed } = stored ?? { state: document.state };
  return { _id: id, state, ...(sealed && { sealed }), seen, sent, ...bookkeeping(aggregate, document, now) };
}

/** Only what changed: a document may have hundreds of events in its life, and each would write all of them again. */
function toUpdate(aggregate: AnyAggregate, document: LoadedDocument, now: number): Update {
  const kept = bookkeeping(aggregate, document, now);
  // The paths of an update contain ids.
  const update: Update = {
    $set: tableOf<unknown>(kept),
    ...(kept.traceparent ? {} : { $unset: { traceparent: '' } }),
  };
  const { state, sealed } = document.stored ?? { state: document.state };
  addChanges(update, 'state', document.base.state, state);
  if (sealed && sealed !== document.base.sealed) update.$set['sealed'] = sealed;
  if (!sealed && document.base.sealed) (update.$unset ??= {})['sealed'] = '';
  addChanges(update, 'seen', document.base.seen, document.seen);
  addChanges(update, 'sent', document.base.sent, document.sent);
  return update;
}

function bookkeeping(
  { decider, keepMs }: AnyAggregate,
  { version, state, lastBatch, asks, storedAsks = asks, traceparent }: LoadedDocument,
  now: number,
): Omit<StoredDocument, '_id' | 'state' | 'seen' | 'sent'> {
  const wakeAt = decider.timeout?.(state)?.at ?? null;
  return {
    version,
    lastBatch,
    asks: storedAsks,
    wakeAt,
    askAt: asks.length > 0 ? new Date(now + takenOverAfterMs) : null,
    ...(wakeAt && traceparent && { traceparent }),
    // By the database server's clock, which removes it.
    ...(keepMs !== undefined && { expiresAt: new Date(now + keepMs) }),
  };
}

// The process that commits a durable request sends it at once; another takes it over when it is still open after this.
const takenOverAfterMs = 5_000;

/** Repeats a commit whose answer was lost: the server remembers the result. */
async function commit(session: ClientSession): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await session.commitTransaction();
    } catch (error) {
      if (tries >= 3) throw new CommitUnknown('the commit was not answered', { cause: error });
    }
  }
}
