import { handledUpTo } from '@lianban/inbox';
import { type Consumer, type KafkaConnection, guardedConsumer } from '@lianban/kafka';
import type { IncomingRecord } from '@lianban/record';
import { type Log, counters } from '@lianban/telemetry';
import type { Outcome } from './apply-events';
import { gathering } from './gather';
import type { Projection } from './projection';
import { type Passed, type ViewEvent, eventReader } from './read-event';
import { type Views, writeViews } from './write-views';

export interface GenerationPorts {
  readonly connection: KafkaConnection;
  readonly topicPrefix: string;
  readonly stopTimeoutMs: number;
  readonly log: Log;
  readonly now: () => Date;
  readonly onFatal: (error: Error) => void;
  /** Wraps what is done with a chunk, so that a test can die after it. */
  readonly handle: (onChunk: OnChunk) => OnChunk;
}

type OnChunk = Parameters<typeof guardedConsumer>[0]['onChunk'];

/** One generation at work: reads with its own group and writes its own collection. */
export interface Generation<V> {
  readonly views: Views<V>;
  readonly consumer: Consumer;
  /** Up to which moment every record of its topics has been handled, by any process. */
  handledUpTo(): Promise<Date>;
  /** Reads the topics that were added to the projection. */
  follow(): void;
}

// A read model may be some seconds old. Fewer, larger batches leave the processor to the commands.
const batches = { waitMs: 2_000, enough: 5_000 };

export function openGeneration<V>(
  projection: Projection<V>,
  groupId: string,
  views: Views<V>,
  ports: GenerationPorts,
): Generation<V> {
  const { connection, topicPrefix, stopTimeoutMs, log, now, onFatal, handle } = ports;
  const { name, initial } = projection;
  const topics = topicsOf(projection, topicPrefix);
  let read = eventReader(projection, topicPrefix);
  const write = gathering<ViewEvent<V>>(async (events) => {
    for (const outcome of await writeViews(views, initial, events)) tell(name, outcome, log);
  }, batches);
  const onChunk = async (records: readonly IncomingRecord[]): Promise<void> => {
    const events: ViewEvent<V>[] = [];
    for (const record of records) {
      const found = read(record);
      if (found.is === 'event') events.push(found);
      else if (found.is === 'dead') tellDead(name, record, found, log);
    }
    if (events.length > 0) await write(events);
  };
  const consumer = guardedConsumer({
    ...{ connection, groupId, topics, log, onFatal, stopTimeoutMs },
    chunkRecords: batches.enough,
    onChunk: handle(onChunk),
  });
  return {
    views,
    consumer,
    handledUpTo: handledUpTo(() => consumer.groupOffsets(), now),
    follow() {
      read = eventReader(projection, topicPrefix);
      consumer.follow(topicsOf(projection, topicPrefix));
    },
  };
}

/** Their names on the brokers. */
export const topicsOf = ({ topics }: Pick<Projection, 'topics'>, topicPrefix: string): readonly string[] =>
  topics.map(({ topic }) => topicPrefix + topic);

function tell<V>(projection: string, { became, error, event }: Outcome<V>, log: Log): void {
  if (became !== 'gap' && became !== 'failed') return;
  const { topic, id, place, sequence } = event;
  counters.projectionGaps().add(1, { projection, topic });
  const reason = `${place} ${sequence}: ${became === 'gap' ? 'the record before it is missing' : 'cannot be applied'}`;
  log.error({ projection, topic, id, reason, err: error }, 'record left out of a projection, and all after it');
}

function tellDead(
  projection: string,
  { topic, partition, offset }: IncomingRecord,
  { reason, disbelievedOf }: Extract<Passed, { is: 'dead' }>,
  log: Log,
): void {
  if (disbelievedOf !== undefined) counters.disbelieved().add(1, { topic, sender: disbelievedOf, projection });
  log.warn({ projection, topic, partition, offset, reason }, 'record is no part of a projection');
}
