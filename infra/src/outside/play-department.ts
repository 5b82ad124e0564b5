import type { outside } from '@lianban/catalogue';
import { requestTopics } from '@lianban/steps';
import { type EachMessagePayload, Kafka, logLevel } from 'kafkajs';
import type { BrokerSecurity } from '../stack/kafka-ready';
import { PlayedCase, type Said } from './played-case';
import { Progress, committed } from './progress';
import { addressed, readAsked } from './read-asked';
import { saidRecord } from './said-record';

export interface Broker {
  readonly brokers: readonly string[];
  readonly prefix: string;
  readonly security: BrokerSecurity;
}

const commitEveryMs = 1_000;

/**
 * Plays one outside department until `close`. Its group's offset says up to where every answer was given; what was asked before is read again at
 * each start, so that the sequence of a case goes on where it was. A crash costs at most a repetition, with the same ids.
 * @param onLost nothing more can be read or said: to be started anew
 */
export async function playDepartment(
  { department: name, topic, outside: { plays } }: outside.OutsideDepartment,
  { brokers, prefix, security }: Broker,
  onLost: (error: Error) => void,
): Promise<{ close(): Promise<void> }> {
  const kafka = new Kafka({ ...security, brokers: [...brokers], clientId: `${name}-played`, logLevel: logLevel.ERROR });
  const heard = prefix + requestTopics.of(name);
  const groupId = `${prefix}${name}.played`;
  const progress = new Progress(await committed(kafka, groupId, heard));
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  const consumer = kafka.consumer({ groupId });
  const cases = new Map<string, PlayedCase>();
  const timers = new Set<NodeJS.Timeout>();

  let sending: Promise<unknown> = Promise.resolve();
  const send = (subject: string, said: readonly Said[]): void => {
    if (said.length === 0) return;
    const messages = said.map((each) => saidRecord(name, subject, each));
    sending = sending.then(() => producer.send({ topic: `${prefix}${topic}`, messages })).catch(onLost);
  };

  const hear = async ({ partition, message }: EachMessagePayload): Promise<void> => {
    const offset = BigInt(message.offset);
    const isAnswered = progress.isAnswered(partition, offset);
    if (!progress.read(partition, offset)) return;
    const { department, type, subject } = addressed(message);
    const asked = department === name && message.value ? readAsked(type, message.value) : undefined;
    if (!asked) return;
    const one = cases.get(subject) ?? new PlayedCase(plays);
    cases.set(subject, one);
    const said = one.hear(asked);
    if (isAnswered) return void one.decide();
    send(subject, said);
    if (asked.type !== 'requested' || !one.isOpen) return;
    const done = progress.begin(partition, offset);
    const timer = setTimeout(() => {
      timers.delete(timer);
      send(subject, one.decide());
      void sending.then(done);
    }, one.afterMs);
    timers.add(timer);
  };

  consumer.on(consumer.events.GROUP_JOIN, ({ payload: { memberAssignment } }) => {
    for (const partition of memberAssignment[heard] ?? []) consumer.seek({ topic: heard, partition, offset: '0' });
  });
  consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => {
    if (!restart) onLost(error);
  });
  await Promise.all([producer.connect(), consumer.connect()]);
  await consumer.subscribe({ topics: [heard], fromBeginning: true });
  await consumer.run({ autoCommit: false, eachMessage: hear });
  const commit = async () => {
    await sending;
    const offsets = progress.changed().map((each) => ({ ...each, topic: heard }));
    if (offsets.length > 0) await consumer.commitOffsets(offsets);
  };
  // Not committed this time, it is the next: what was answered is said again at worst.
  const committing = setInterval(() => void commit().catch(() => undefined), commitEveryMs);
  return {
    async close() {
      clearInterval(committing);
      timers.forEach(clearTimeout);
      await commit().catch(() => undefined);
      await Promise.all([consumer.disconnect(), producer.disconnect()]);
    },
  };
}
