import { Partitioners, type PartitionMetadata } from 'kafkajs';
import createEosManager from 'kafkajs/src/producer/eosManager';
import createSendMessages from 'kafkajs/src/producer/sendMessages';
import createRetry from 'kafkajs/src/retry';
import type { KafkajsProducer, ProducerLibrary } from '../src/kafkajs-producer';
import type { FakeBrokers, ProduceRequest } from './fake-brokers';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const retry = { retries: 5, initialRetryTime: 1, maxRetryTime: 2 };

/** What kafkajs' own send code needs of a cluster, with metadata cached until it asks for a refresh. */
function clusterOf(brokers: FakeBrokers) {
  let leaders = [...brokers.leaders];
  const handles = new Map(
    [...new Set([1, 2, ...leaders])].map((nodeId) => [
      nodeId,
      {
        nodeId,
        produce: (request: ProduceRequest) => brokers.produce(nodeId, request),
        initProducerId: async () => ({ producerId: brokers.newProducerId(), producerEpoch: 0 }),
      },
    ]),
  );
  const metadata = (): PartitionMetadata[] =>
    leaders.map((leader, partitionId) => ({ partitionId, leader, partitionErrorCode: 0, replicas: [], isr: [] }));
  return {
    retry,
    targetTopics: new Set(['t']),
    isConnected: () => true,
    connect: async () => undefined,
    removeBroker: () => undefined,
    addMultipleTargetTopics: async () => undefined,
    refreshMetadataIfNecessary: async () => undefined,
    refreshMetadata: async () => {
      leaders = [...brokers.leaders];
    },
    findTopicPartitionMetadata: metadata,
    findLeaderForPartitions: (_topic: string, partitions: string[]) => {
      const byLeader: Record<number, number[]> = {};
      for (const partition of partitions.map(Number)) (byLeader[leaders[partition] ?? -1] ??= []).push(partition);
      return byLeader;
    },
    findBroker: async ({ nodeId }: { nodeId: string }) => handles.get(Number(nodeId)),
    findControllerBroker: async () => handles.get(1),
  };
}

/** kafkajs' real producer code, idempotent, over the fake brokers: no network, all of its habits. */
export async function bareKafkajs(brokers: FakeBrokers): Promise<KafkajsProducer> {
  const cluster = clusterOf(brokers);
  const eosManager = createEosManager({ logger: silent, cluster, transactional: false });
  await eosManager.initProducerId();
  const partitioner = Partitioners.DefaultPartitioner();
  const send = createSendMessages({ logger: silent, cluster, partitioner, eosManager, retrier: createRetry(retry) });
  return { sendBatch: (topicMessages) => send({ acks: -1, topicMessages }), disconnect: async () => undefined };
}

/** The same, as library of a guarded producer. */
export function bareLibrary(brokers: FakeBrokers): ProducerLibrary {
  return {
    open: () => bareKafkajs(brokers),
    partitionCount: async (topic) => (topic === 't' ? brokers.leaders.length : undefined),
  };
}
