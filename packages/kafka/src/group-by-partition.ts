import type { PartitionerArgs } from 'kafkajs';

/** Messages by partition, in their order. */
export function groupByPartition({ topic, partitionMetadata, messages, partitioner }: ToGroup): Grouped {
  const grouped: Grouped = {};
  for (const message of messages) (grouped[partitioner({ topic, partitionMetadata, message })] ??= []).push(message);
  return grouped;
}

type Message = PartitionerArgs['message'];
type Grouped = Record<number, Message[]>;

interface ToGroup extends Omit<PartitionerArgs, 'message'> {
  readonly messages: readonly Message[];
  readonly partitioner: (args: PartitionerArgs) => number;
}
