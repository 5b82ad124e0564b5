import mongoose from 'mongoose';
import { encodeContents } from '@lianban/record';
import { fromStoredBatch, toStoredBatch } from './outbox-format';

const { BSON } = mongoose.mongo;
const parts = { key: 'A', value: Buffer.from('六'), headers: { ce_id: 'x/A/1', ce_subject: 'A' } };
const batch = {
  _id: 'p1',
  batch: 3,
  at: new Date('2026-03-02T01:00:00Z'),
  records: [{ topic: 't.v1', ...parts, contents: encodeContents(parts) }],
};

test('a batch comes back from the database as it went in', () => {
  const found = BSON.deserialize(BSON.serialize(toStoredBatch(batch)));
  expect(fromStoredBatch(found as never)).toEqual(batch);
});

test('a record is stored as the bytes Kafka will get, and nothing beside them', () => {
  expect(toStoredBatch(batch).records).toEqual([{ topic: 't.v1', contents: batch.records[0]!.contents }]);
});
