import { Module } from 'node:module';
import type { PartitionerArgs } from 'kafkajs';
import { decodeRecord, encodeRecord } from '@lianban/record';

type Message = PartitionerArgs['message'];

interface ToGroup extends Omit<PartitionerArgs, 'message'> {
  readonly messages: readonly Message[];
  readonly partitioner: (args: PartitionerArgs) => number;
}

/** Groups messages by partition and keeps their order. */
function groupByPartition({ topic, partitionMetadata, messages, partitioner }: ToGroup): Record<number, Message[]> {
  const grouped: Record<number, Message[]> = {};
  for (const message of messages) (grouped[partitioner({ topic, partitionMetadata, message })] ??= []).push(message);
  return grouped;
}

/**
 * Replaces three modules of kafkajs 2.2.4: the encoder and the decoder of a single record, and the grouping of messages
 * by partition. The originals allocate half of what a department allocates: an encoder of 512 bytes for every header
 * written, a copy of all headers read so far for every header read, and a copy of a partition's messages for every
 * message added. Import this file before kafkajs.
 */
const replacements: Readonly<Record<string, unknown>> = {
  'kafkajs/src/protocol/recordBatch/record/v0/index': encodeRecord,
  'kafkajs/src/protocol/recordBatch/record/v0/decoder': decodeRecord,
  'kafkajs/src/producer/groupMessagesPerPartition': groupByPartition,
};
for (const [path, exported] of Object.entries(replacements)) {
  const id = require.resolve(path);
  require.cache[id] = Object.assign(new Module(id), { exports: exported, loaded: true });
}
