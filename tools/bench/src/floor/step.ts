import type { AnyBulkWriteOperation, Collection, Document } from 'mongodb';
import { BatchLine } from './batch-line';
import type { FloorDocument } from './samples';
import type { FloorRecord, Sender } from './sender';

/** One durable write, and the records that may be sent when it is durable. */
export interface Step {
  readonly write: AnyBulkWriteOperation<FloorDocument>;
  readonly then: readonly FloorRecord[];
  readonly done?: () => void;
}

export const insert = (_id: string, sample: Document): Step['write'] => ({
  insertOne: { document: { ...sample, _id, version: 1 } },
});
export const change = (_id: string, update: Document): Step['write'] => ({
  updateOne: { filter: { _id }, update: { ...update, $inc: { version: 1 } } },
});

/** Writes what waits in one bulk, durably on a majority, and only then sends its records. */
export function stepLine(
  collection: Pick<Collection<FloorDocument>, 'bulkWrite'>,
  sender: Pick<Sender, 'send'>,
  flights: number,
): BatchLine<Step> {
  const run = async (batch: readonly Step[]) => {
    await collection.bulkWrite(
      batch.map(({ write }) => write),
      { ordered: false, writeConcern: { w: 'majority', journal: true } },
    );
    for (const { done } of batch) done?.();
    sender.send(batch.flatMap(({ then }) => then));
  };
  return new BatchLine(run, flights);
}
