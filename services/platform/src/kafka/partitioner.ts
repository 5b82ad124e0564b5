import { Partitioners, type PartitionMetadata } from 'kafkajs';

const choose = Partitioners.DefaultPartitioner();
const layouts = new Map<number, PartitionMetadata[]>();

/** The partition of `key` among `count`: Kafka's own rule (murmur2), so other clients find the same one. */
export function partitionOf(key: string, count: number): number {
  return choose({ topic: '', partitionMetadata: layoutOf(count), message: { key, value: null } });
}

// The library asks for metadata; of a keyed record it only uses the length.
function layoutOf(count: number): PartitionMetadata[] {
  const known = layouts.get(count);
  if (known) return known;
  const layout = Array.from({ length: count }, (_, partitionId) => ({
    partitionId,
    partitionErrorCode: 0,
    leader: 0,
    replicas: [],
    isr: [],
  }));
  layouts.set(count, layout);
  return layout;
}
