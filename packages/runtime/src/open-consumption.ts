import { ParkingLot, createInbox, handledUpTo } from '@lianban/inbox';
import { guardedConsumer } from '@lianban/kafka';
import type { Log } from '@lianban/telemetry';
import { openerOf } from '@lianban/vault';
import type { Config } from './config';
import { missingTopics } from './missing-topics';
import type { WritePath } from './open-write-path';
import type { Composition } from './service-spec';

export type Consumption = ReturnType<typeof openConsumption>;

/** Opens the path of a record: consumer, inbox and parking lot. Nothing is consumed before the consumer is started. */
export function openConsumption(
  name: string,
  parts: Composition,
  { connection, db, clock, producer, queue, handle }: WritePath,
  config: Config,
  log: Log,
  onFatal: (error: Error) => void,
) {
  const { topicPrefix } = config.kafka;
  const groupId = `${topicPrefix}${name}`;
  const subscriptions = () => parts.subscriptions ?? [];
  const topicsOf = () => subscriptions().map(({ topic }) => topicPrefix + topic);
  const topics = topicsOf();
  const parking = new ParkingLot(db, log);
  const missing = missingTopics(subscriptions, topicPrefix, log);
  const send = (records: Parameters<typeof producer.send>[0]) => producer.send(records);
  const open = openerOf(config.requestKeys);
  const inbox = createInbox({
    ...{ service: name, subscriptions: subscriptions(), topicPrefix, queue, parking, send, open, log },
  });
  if (topics.length === 0)
    return { parking, missing, inbox, consumer: undefined, handledUpTo: undefined, follow: () => undefined };

  const consumer = guardedConsumer({
    ...{ connection, groupId, topics, log, onFatal },
    stopTimeoutMs: config.stop.graceMs / 5,
    onChunk: handle(inbox.handle),
    onMissing: missing.change,
  });
  consumer.onAssigned((assigned) => parking.reload(assigned));
  /** Reads what was subscribed to since the start. */
  const follow = () => {
    inbox.subscribe(subscriptions());
    consumer.follow(topicsOf());
  };
  const upTo = handledUpTo(() => consumer.groupOffsets(), clock.now);
  return { parking, missing, inbox, consumer, handledUpTo: upTo, follow };
}
