import { KafkaJSRequestTimeoutError } from 'kafkajs/src/errors';
import { createErrorFromCode } from 'kafkajs/src/protocol/error';
import type { TopicMessages } from '../src/kafkajs-producer';

export interface ProduceRequest {
  producerId: number;
  topicData: {
    topic: string;
    partitions: { partition: number; firstSequence: number; messages: TopicMessages['messages'] }[];
  }[];
}

/** What happens to one produce request: `lose-ack` writes and never answers, `lose-request` does neither. */
export type Fate = 'answer' | 'lose-ack' | 'lose-request';

interface Batch {
  first: number;
  last: number;
  offset: number;
}

const notLeader = 6;
const tooLarge = 10;
const outOfOrder = 45;

/**
 * Brokers of one topic `t`, with the rule by which Kafka knows repeats: of each producer id it remembers the last five
 * batches of a partition; the same range of sequence numbers is a repeat and answered with the old offset, any other
 * range must begin where the last one ended.
 */
export class FakeBrokers {
  readonly logs: string[][];
  /** Broker that leads each partition, at this moment. */
  readonly leaders: number[];
  largestRecord = Number.POSITIVE_INFINITY;
  requests = 0;
  fateOf: (request: number) => Fate = () => 'answer';
  private producerIds = 0;
  private readonly remembered = new Map<string, Batch[]>();

  constructor(leaders: number[]) {
    this.leaders = [...leaders];
    this.logs = leaders.map(() => []);
  }

  newProducerId(): number {
    this.producerIds += 1;
    return this.producerIds;
  }

  async produce(nodeId: number, { producerId, topicData }: ProduceRequest) {
    this.requests += 1;
    const fate = this.fateOf(this.requests);
    await Promise.resolve();
    if (fate === 'lose-request') throw new KafkaJSRequestTimeoutError('request lost', {});
    const topics = topicData.map(({ topic, partitions }) => ({
      topicName: topic,
      partitions: partitions.map((entry) => ({
        partition: entry.partition,
        ...this.append(nodeId, producerId, entry),
      })),
    }));
    if (fate === 'lose-ack') throw new KafkaJSRequestTimeoutError('acknowledgement lost', {});
    const failed = topics.flatMap(({ partitions }) => partitions).find(({ errorCode }) => errorCode !== 0);
    if (failed) throw createErrorFromCode(failed.errorCode);
    return { topics };
  }

  private append(
    nodeId: number,
    producerId: number,
    { partition, firstSequence: first, messages }: ProduceRequest['topicData'][number]['partitions'][number],
  ) {
    const failed = (errorCode: number) => ({ errorCode, baseOffset: '-1' });
    const log = this.logs[partition];
    if (!log || this.leaders[partition] !== nodeId) return failed(notLeader);
    if (messages.some(({ value }) => value.length > this.largestRecord)) return failed(tooLarge);
    const last = first + messages.length - 1;
    const batches = this.remembered.get(`${producerId}/${partition}`) ?? [];
    const repeat = batches.find((batch) => batch.first === first && batch.last === last);
    if (repeat) return { errorCode: 0, baseOffset: String(repeat.offset) };
    if (first !== (batches.at(-1)?.last ?? -1) + 1) return failed(outOfOrder);
    const offset = log.length;
    log.push(...messages.map(({ value }) => value.toString()));
    this.remembered.set(`${producerId}/${partition}`, [...batches, { first, last, offset }].slice(-5));
    return { errorCode: 0, baseOffset: String(offset) };
  }
}
