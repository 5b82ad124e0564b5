import type { AnyBulkWriteOperation, Collection, Document } from 'mongodb';
import { BatchQueue } from './batch-queue';
import type { BaselineDocument } from './samples';
import type { BaselineRecord, Sender } from './sender';

/** One durable write, and the records that may be sent when it is durable. */
export interface DurableWrite {
  readonly write: AnyBulkWriteOperation<BaselineDocument>;
  readonly then: readonly BaselineRecord[];
  readonly done?: () => void;
}

export const insert = (_id: string, sample: Document): DurableWrite['write'] => ({
  insertOne: { document: { ...sample, _id, version: 1 } },
});
export const change = (_id: string, update: Document): DurableWrite['write'] => ({
  updateOne: { filter: { _id }, update: { ...update, $inc: { version: 1 } } },
});

/** Writes all waiting documents in one bulk with majority write concern, and then sends their records. */
export function writeQueue(
  collection: Pick<Collection<BaselineDocument>, 'bulkWrite'>,
  sender: Pick<Sender, 'send'>,
  flights: number,
): BatchQueue<DurableWrite> {
  const run = async (batch: readonly DurableWrite[]) => {
    await collection.bulkWrite(
      batch.map(({ write }) => write),
      { ordered: false, writeConcern: { w: 'majority', journal: true } },
    );
    for (const { done } of batch) done?.();
    sender.send(batch.flatMap(({ then }) => then));
  };
  return new BatchQueue(run, flights);
}
