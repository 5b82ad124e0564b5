import { Module } from 'node:module';
import { decodeRecord, encodeRecord } from '@lianban/record';
import { groupByPartition } from './group-by-partition';

/**
 * Puts our reading and writing of single records in the place of kafkajs's own. That makes an encoder of 512 bytes for
 * every header it writes, copies all headers read so far for every header it reads, and all records of a partition for
 * every record it adds: with the dozen headers of an event, half of what a department allocates. What is around the
 * records stays the library's. To be imported before kafkajs; the paths are those of 2.2.4, which is pinned and no
 * longer changes.
 */
const ours: Readonly<Record<string, unknown>> = {
  'kafkajs/src/protocol/recordBatch/record/v0/index': encodeRecord,
  'kafkajs/src/protocol/recordBatch/record/v0/decoder': decodeRecord,
  'kafkajs/src/producer/groupMessagesPerPartition': groupByPartition,
};
for (const [path, exported] of Object.entries(ours)) {
  const id = require.resolve(path);
  require.cache[id] = Object.assign(new Module(id), { exports: exported, loaded: true });
}
