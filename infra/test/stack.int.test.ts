import { ConfigResourceTypes } from 'kafkajs';
import { MongoClient } from 'mongodb';
import { adminClient } from '../src/stack/kafka-ready';
import { testPrefix } from '../src/testing/test-prefix';
import { ensureTopics } from '../src/topics/ensure-topics';
import { type TopicList, parseTopicList } from '../src/topics/topic-list';

const brokers = process.env['KAFKA_BROKERS'] ?? '';
const mongoUrl = process.env['MONGO_URL'] ?? '';
const client = adminClient(brokers, 5);
const admin = client.admin();

beforeAll(() => admin.connect());
afterAll(() => admin.disconnect());

function listOf(topics: string, retention = '14d'): TopicList {
  return parseTopicList(
    `defaults: { partitions: 2, retention: ${retention}, deadLetterRetention: 60d }\ntopics: ${topics}`,
  );
}

async function partitionsOf(topic: string): Promise<number | undefined> {
  const { topics } = await admin.fetchTopicMetadata();
  return topics.find(({ name }) => name === topic)?.partitions.length;
}

async function settingOf(topic: string, setting: string): Promise<string | undefined> {
  const resource = { type: ConfigResourceTypes.TOPIC, name: topic, configNames: [setting] };
  const { resources } = await admin.describeConfigs({ resources: [resource], includeSynonyms: false });
  return resources[0]?.configEntries[0]?.configValue;
}

describe('topics', () => {
  test('the list is created, dead letters included, and a second run changes nothing', async () => {
    const prefix = testPrefix();
    const list = listOf('{ permits.v1: { consumedBy: [applications] }, residents.v1: { partitions: 3 } }');

    const first = await ensureTopics(brokers, { prefix, list });
    expect(first.created).toEqual([
      `${prefix}permits.v1`,
      `${prefix}permits.v1.applications.dlt`,
      `${prefix}residents.v1`,
    ]);
    expect(await partitionsOf(`${prefix}permits.v1.applications.dlt`)).toBe(1);
    expect(await partitionsOf(`${prefix}residents.v1`)).toBe(3);
    expect(await ensureTopics(brokers, { prefix, list })).toEqual({ created: [], grown: [], aligned: [], drift: [] });
  });

  test('partitions are added up to the list and never removed', async () => {
    const prefix = testPrefix();
    await ensureTopics(brokers, { prefix, list: listOf('{ permits.v1: {} }') });

    const grown = await ensureTopics(brokers, { prefix, list: listOf('{ permits.v1: { partitions: 4 } }') });
    expect(grown.grown).toEqual([`${prefix}permits.v1 2 → 4`]);
    expect(await partitionsOf(`${prefix}permits.v1`)).toBe(4);

    const smaller = await ensureTopics(brokers, { prefix, list: listOf('{ permits.v1: { partitions: 1 } }') });
    expect(smaller.drift).toEqual([expect.stringContaining('partitions cannot be taken away')]);
    expect(await partitionsOf(`${prefix}permits.v1`)).toBe(4);
  });

  test('a topic removed from the list stays, and is reported', async () => {
    const prefix = testPrefix();
    await ensureTopics(brokers, { prefix, list: listOf('{ permits.v1: {}, residents.v1: {} }') });

    const report = await ensureTopics(brokers, { prefix, list: listOf('{ permits.v1: {} }') });
    expect(report.drift).toEqual([`${prefix}residents.v1 is not listed: it is kept`]);
    expect(await partitionsOf(`${prefix}residents.v1`)).toBe(2);
  });

  test('settings follow the list; one made by hand is kept and reported', async () => {
    const prefix = testPrefix();
    const topic = `${prefix}permits.v1`;
    await ensureTopics(brokers, { prefix, list: listOf('{ permits.v1: {} }') });
    const byHand = [
      { name: 'retention.ms', value: '1000' },
      { name: 'max.message.bytes', value: '2000000' },
    ];
    await admin.alterConfigs({
      validateOnly: false,
      resources: [{ type: ConfigResourceTypes.TOPIC, name: topic, configEntries: byHand }],
    });

    const report = await ensureTopics(brokers, { prefix, list: listOf('{ permits.v1: {} }', '7d') });
    expect(report.aligned).toEqual([topic]);
    expect(report.drift).toEqual([`${topic} has max.message.bytes=2000000, which is not listed: it is kept`]);
    expect(await settingOf(topic, 'retention.ms')).toBe(String(7 * 86_400_000));
    expect(await settingOf(topic, 'max.message.bytes')).toBe('2000000');
  });
});

test('a record that was produced is consumed', async () => {
  const prefix = testPrefix();
  const topic = `${prefix}permits.v1`;
  await ensureTopics(brokers, { prefix, list: listOf('{ permits.v1: {} }') });
  const producer = client.producer();
  const consumer = client.consumer({ groupId: `${prefix}readers`, maxWaitTimeInMs: 100 });
  await producer.connect();
  try {
    await producer.send({ topic, acks: -1, messages: [{ key: 'A-1', value: 'granted' }] });
    const received = new Promise<string>((resolve, reject) => {
      const eachMessage = ({ message }: { message: { key: Buffer | null; value: Buffer | null } }) => {
        resolve(`${message.key?.toString()} ${message.value?.toString()}`);
        return Promise.resolve();
      };
      const begin = async () => {
        await consumer.connect();
        await consumer.subscribe({ topic, fromBeginning: true });
        await consumer.run({ eachMessage });
      };
      begin().catch(reject);
    });
    expect(await received).toBe('A-1 granted');
  } finally {
    await Promise.all([producer.disconnect(), consumer.disconnect()]);
  }
});

describe('transactions', () => {
  const mongo = new MongoClient(mongoUrl);
  const database = mongo.db(`${testPrefix()}infra`);

  beforeAll(async () => {
    await database.createCollection('cases');
  });

  afterAll(async () => {
    await database.dropDatabase();
    await mongo.close();
  });

  test('take effect as a whole or not at all', async () => {
    const cases = database.collection<{ _id: string }>('cases');
    const twoInserts = (ids: [string, string], fails: boolean) =>
      mongo.withSession((session) =>
        session.withTransaction(
          async () => {
            for (const _id of ids) await cases.insertOne({ _id }, { session });
            if (fails) throw new Error('not this time');
          },
          { writeConcern: { w: 'majority', j: true } },
        ),
      );

    await twoInserts(['a', 'b'], false);
    await expect(twoInserts(['c', 'd'], true)).rejects.toThrow('not this time');
    expect(await cases.distinct('_id')).toEqual(['a', 'b']);
  });
});
