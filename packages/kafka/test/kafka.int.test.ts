import { randomUUID } from 'node:crypto';
import { Kafka, logLevel, type IResourceConfigEntry } from 'kafkajs';
import type { IncomingRecord, OutgoingRecord } from '@lianban/record';
import { kafkaAdmin } from '../src/admin';
import { type ConsumerOptions, guardedConsumer } from '../src/consumer';
import { type Producer, guardedProducer } from '../src/producer';

// A rebalance takes as long as the broker gives its members.

const brokers = (process.env['KAFKA_BROKERS'] ?? '').split(',');
const quiet = () => undefined;
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
const connection = { brokers, clientId: 'kafka-int' };
const run = randomUUID();

const library = new Kafka({ brokers, clientId: 'kafka-int-setup', logLevel: logLevel.NOTHING }).admin();
const closing: (() => Promise<unknown>)[] = [];
const admin = kafkaAdmin(connection, log);

beforeAll(async () => {
  await library.connect();
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
afterAll(async () => {
  await library.disconnect();
});

async function newTopic(
  name: string,
  numPartitions: number,
  configEntries: IResourceConfigEntry[] = [],
): Promise<string> {
  const topic = `${name}-${run}`;
  await library.createTopics({
    topics: [{ topic, numPartitions, replicationFactor: 1, configEntries }],
    waitForLeaders: false,
  });
  closing.unshift(() => library.deleteTopics({ topics: [topic] }));
  return topic;
}

function newProducer(): Producer {
  const producer = guardedProducer({ connection, log });
  closing.unshift(() => producer.close());
  return producer;
}

function newConsumer(options: Pick<ConsumerOptions, 'groupId' | 'topics' | 'onChunk'> & Partial<ConsumerOptions>) {
  const onFatal = (error: Error) => {
    throw error;
  };
  const consumer = guardedConsumer({ connection, log, onFatal, stopTimeoutMs: 20_000, ...options });
  closing.unshift(() => consumer.stop());
  consumer.start();
  return consumer;
}

const record = (topic: string, key: string, value: string): OutgoingRecord => {
  return { topic, key, value: Buffer.from(value), headers: { ce_id: value } };
};
const text = ({ value }: IncomingRecord) => value?.toString() ?? '';

async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`not within a minute: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Keeps the first occurrence of every value, by key and in the order of arrival. */
class Ledger {
  readonly byKey = new Map<string, string[]>();
  readonly seen = new Set<string>();

  write = async (records: readonly IncomingRecord[]): Promise<void> => {
    for (const r of records) {
      if (this.seen.has(text(r))) continue;
      this.seen.add(text(r));
      this.byKey.set(r.key ?? '', [...(this.byKey.get(r.key ?? '') ?? []), text(r)]);
    }
  };
}

const keys = Array.from({ length: 50 }, (_, i) => `case-${i}`);
const perKey = (count: number) =>
  new Map(keys.map((key) => [key, Array.from({ length: count }, (_, n) => `${key}.${n}`)]));
const sorted = (byKey: Map<string, string[]>) => [...byKey].sort(([a], [b]) => a.localeCompare(b));

test('all partitions of four topics of six are handled side by side', async () => {
  const topics = await Promise.all(['a', 'b', 'c', 'd'].map((name) => newTopic(`beside-${name}`, 6)));
  const all = topics.flatMap((topic) => Array.from({ length: 6 }, (_, partition) => ({ topic, partition })));
  await newProducer().send(all.map(({ topic, partition }) => ({ ...record(topic, 'k', 'v'), partition })));
  const inHand = new Set<string>();
  const together = Promise.withResolvers<void>();
  const onChunk = async ([first]: readonly IncomingRecord[]) => {
    inHand.add(`${first!.topic} ${first!.partition}`);
    await together.promise;
  };
  newConsumer({ groupId: `beside-${run}`, topics, onChunk });
  await until(() => inHand.size === all.length, 'a record of every partition in hand').finally(together.resolve);
  expect(inHand.size).toBe(all.length);
});

test('what many senders send at once arrives complete, and in order of its key', async () => {
  const topic = await newTopic('orders', 6);
  const producer = newProducer();
  const expected = perKey(100);
  const ledger = new Ledger();
  const partitions = new Map<string, Set<number>>();
  const onChunk = async (records: readonly IncomingRecord[]) => {
    for (const { key = '', partition } of records)
      partitions.set(key, (partitions.get(key) ?? new Set()).add(partition));
    expect(records.every((r) => r.headers['ce_id'] === text(r))).toBe(true);
    await ledger.write(records);
  };

  const sends = [...expected].flatMap(([key, values]) =>
    values.map((value) => producer.send([record(topic, key, value)])),
  );
  const consumer = newConsumer({ groupId: `orders-${run}`, topics: [topic], onChunk });
  await Promise.all(sends);
  await until(() => ledger.seen.size === 5_000, '5,000 records');

  expect(sorted(ledger.byKey)).toEqual(sorted(expected));
  expect([...partitions.values()].every((of) => of.size === 1)).toBe(true);
  expect(new Set([...partitions.values()].flatMap((of) => [...of])).size).toBe(6);
  await until(() => consumer.progress().lag === 0, 'no lag');
  expect(consumer.progress()).toMatchObject({ assigned: 6, oldestUnhandledAt: undefined });
});

test('a handler that throws a TypeError gets the same records again and the consumer goes on', async () => {
  const topic = await newTopic('stumbles', 1);
  const producer = newProducer();
  const ledger = new Ledger();
  let calls = 0;
  const onChunk = async (records: readonly IncomingRecord[]) => {
    calls += 1;
    if (calls <= 2) throw new TypeError('undefined is not a function');
    await ledger.write(records);
  };

  newConsumer({ groupId: `stumbles-${run}`, topics: [topic], onChunk });
  await producer.send([record(topic, 'k', '1'), record(topic, 'k', '2')]);
  await until(() => ledger.seen.size === 2, 'both records');
  await producer.send([record(topic, 'k', '3')]);
  await until(() => ledger.seen.size === 3, 'the one after them');

  expect(ledger.byKey.get('k')).toEqual(['1', '2', '3']);
});

test('what the broker refuses for good is told to its sender alone', async () => {
  const topic = await newTopic('narrow', 3, [{ name: 'max.message.bytes', value: '2000' }]);
  const producer = newProducer();
  const ledger = new Ledger();
  newConsumer({ groupId: `narrow-${run}`, topics: [topic], onChunk: ledger.write });

  const fine = ['1', '2', '3', '4'].map((value) => producer.send([record(topic, 'k', value)]));
  const tooLarge = producer.send([record(topic, 'k', 'x'.repeat(3_000))]);
  const noTopic = producer.send([record(`no-${topic}`, 'k', '5')]);
  const noPartition = producer.send([{ ...record(topic, 'k', '6'), partition: 3 }]);
  const last = producer.send([record(topic, 'k', '7')]);

  await expect(tooLarge).rejects.toMatchObject({ name: 'PermanentSendError', topic, bytes: expect.any(Number) });
  await expect(noTopic).rejects.toMatchObject({ name: 'PermanentSendError', topic: `no-${topic}` });
  await expect(noPartition).rejects.toMatchObject({ name: 'PermanentSendError', topic, partition: 3 });
  await Promise.all([...fine, last]);
  await until(() => ledger.seen.size === 5, 'the others');
  expect(ledger.byKey.get('k')).toEqual(['1', '2', '3', '4', '7']);
});

test('when one of two members stops, the other goes on where it stood', async () => {
  const topic = await newTopic('shared', 6);
  const producer = newProducer();
  const groupId = `shared-${run}`;
  const [first, second, all] = [new Ledger(), new Ledger(), new Ledger()];
  const handledBy = (own: Ledger) => async (records: readonly IncomingRecord[]) => {
    await own.write(records);
    await all.write(records);
  };
  const one = newConsumer({ groupId, topics: [topic], onChunk: handledBy(first) });
  await one.joined;
  const two = newConsumer({ groupId, topics: [topic], onChunk: handledBy(second) });
  await until(() => one.progress().assigned === 3 && two.progress().assigned === 3, 'three partitions each');
  const expected = perKey(40);
  const halves = [0, 20].map((from) =>
    [...expected].flatMap(([key, values]) => values.slice(from, from + 20).map((value) => record(topic, key, value))),
  );

  await producer.send(halves[0] ?? []);
  await until(() => all.seen.size === 1_000, 'the first half');
  expect(first.seen.size).toBeGreaterThan(0);
  const sending = producer.send(halves[1] ?? []);
  await one.stop();
  await sending;
  await until(() => all.seen.size === 2_000, 'all of it');

  expect(sorted(all.byKey)).toEqual(sorted(expected));
  expect(two.progress().assigned).toBe(6);
  expect(one.isJoined()).toBe(false);
  // What the one that left had handled was committed, so the other did not get it again.
  expect([...second.seen].filter((value) => first.seen.has(value))).toEqual([]);
  await two.stop();
  const offsets = await admin.groupOffsets(groupId, [topic]);
  expect(offsets.map(({ next, end }) => end - next)).toEqual([0n, 0n, 0n, 0n, 0n, 0n]);
});

test('a consumer waits for its topic to be created, and a listener hears of its partitions before any record', async () => {
  const topic = `late-${run}`;
  const ledger = new Ledger();
  const heard: string[] = [];
  const consumer = guardedConsumer({
    connection,
    log,
    groupId: topic,
    topics: [topic],
    stopTimeoutMs: 20_000,
    onFatal: (error) => heard.push(error.message),
    onChunk: async (records) => {
      heard.push(...records.map(text));
      await ledger.write(records);
    },
  });
  closing.unshift(() => consumer.stop());
  let asked = 0;
  consumer.onAssigned(async (assigned) => {
    asked += 1;
    if (asked === 1) throw new Error('database down');
    heard.push(`assigned ${assigned.get(topic)?.join()}`);
  });

  consumer.start();
  await newTopic('late', 2);
  await newProducer().send([record(topic, 'k', '1')]);
  await until(() => ledger.seen.size === 1, 'the record');

  expect(heard.at(0)).toMatch(/^assigned/);
  expect(heard.at(-1)).toBe('1');
});

test('a broker that is down at the start is waited for, without an end', async () => {
  const restarts: string[] = [];
  const consumer = guardedConsumer({
    connection: { brokers: ['127.0.0.1:1'], clientId: 'kafka-int' },
    ...{ groupId: 'nobody', topics: ['none'], stopTimeoutMs: 20_000 },
    log: { ...log, warn: (_, message) => restarts.push(message) },
    onFatal: (error) => restarts.push(`fatal: ${error.message}`),
    onChunk: async () => undefined,
  });

  consumer.start();
  await until(() => restarts.length >= 2, 'two tries');

  expect(restarts).not.toContainEqual(expect.stringContaining('fatal'));
  expect(consumer.isJoined()).toBe(false);
  expect(Date.now() - consumer.progress().lastProgressAt).toBeLessThan(10_000);
  await consumer.stop();
});

test('the offsets of a group that has committed none are those of the first records', async () => {
  const topic = await newTopic('behind', 2);
  await newProducer().send([record(topic, 'k', '1'), record(topic, 'k', '2')]);

  const offsets = await admin.groupOffsets(`behind-${run}`, [topic]);

  expect(offsets.map(({ next }) => next)).toEqual([0n, 0n]);
  expect(offsets.reduce((sum, { end }) => sum + end, 0n)).toBe(2n);
});
