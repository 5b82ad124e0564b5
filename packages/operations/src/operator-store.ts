import {
  type OutboxBatch,
  type OutboxDocument,
  type ParkedKey,
  type StoredDocument,
  fromStoredBatch,
} from '@lianban/engine';
import { type Db, dueBy } from '@lianban/mongo';
import type { OperatorAction } from './operator-action';

export interface DueDocument {
  readonly kind: string;
  readonly _id: string;
  readonly wakeAt: Date;
}

/** What operators look at and act on in one service's database. */
export interface OperatorStore {
  outbox(): Promise<readonly OutboxBatch[]>;
  parked(): Promise<readonly ParkedKey[]>;
  /** Documents with a timeout before a moment. */
  due(before: Date): Promise<readonly DueDocument[]>;
  /** Records the act, then requests it from the partition's owner; false when the key is not parked. */
  act(action: OperatorAction): Promise<boolean>;
  /** Records an act that is performed elsewhere, before it is. */
  record(action: OperatorAction): Promise<void>;
  actions(): Promise<readonly OperatorAction[]>;
}

/**
 * Creates no collection and no index before somebody acts.
 * @param kinds the collections of documents that have deadlines
 */
export function operatorStore(db: Db, kinds: () => Promise<readonly string[]>): OperatorStore {
  const parked = db.collection<ParkedKey>('parked');
  const actions = db.collection<OperatorAction>('operatorActions');
  return {
    async outbox() {
      const waiting = { 'records.0': { $exists: true } };
      return (await db.collection<OutboxDocument>('outbox').find(waiting).toArray()).map(fromStoredBatch);
    },
    parked: () => parked.find().sort({ at: 1 }).toArray(),
    async due(before) {
      const found = [];
      for (const kind of await kinds()) {
        const late = db.collection<StoredDocument>(kind).find({ wakeAt: dueBy(before) }, { projection: { wakeAt: 1 } });
        for await (const { _id, wakeAt } of late) if (wakeAt) found.push({ kind, _id, wakeAt });
      }
      return found;
    },
    async act(action) {
      const _id = `${action.topic}/${action.key}`;
      if ((await parked.countDocuments({ _id }, { limit: 1 })) === 0) return false;
      await actions.insertOne({ ...action });
      const { passedOver } = action;
      const change = passedOver ? { $addToSet: { skip: passedOver.offset } } : {};
      return (await parked.updateOne({ _id }, { $set: { release: true }, ...change })).matchedCount === 1;
    },
    async record(action) {
      await actions.insertOne({ ...action });
    },
    actions: () =>
      actions
        .find({}, { projection: { _id: 0 } })
        .sort({ at: 1 })
        .toArray(),
  };
}
