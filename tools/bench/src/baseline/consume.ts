import type { Kafka } from 'kafkajs';

/** Passes on the keys of records, one fetched batch of a partition at a time; resolves once partitions are assigned. */
export async function consumeKeys(
  kafka: Kafka,
  group: string,
  topic: string,
  hear: (keys: readonly string[]) => Promise<void>,
): Promise<void> {
  const consumer = kafka.consumer({ groupId: group, maxWaitTimeInMs: 500, minBytes: 1 });
  const joined = new Promise((resolve) => consumer.on('consumer.group_join', resolve));
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    autoCommitInterval: 1_000,
    partitionsConsumedConcurrently: 6,
    eachBatch: ({ batch }) => hear(batch.messages.map(({ key }) => key!.toString())),
  });
  await joined;
}
