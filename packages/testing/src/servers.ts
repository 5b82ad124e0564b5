import { Kafka, logLevel } from 'kafkajs';
import mongoose from 'mongoose';
import { ownRequestTopics, testPrefix } from '@lianban/infra';
import { pause } from '@lianban/backoff';
import type { OutgoingRecord } from '@lianban/record';
import { killIdleTransactions } from '@lianban/mongo';
import { brokers, mongoUrl } from './environment';
import { type Heard, Listener } from './listener';

// Machines that run everything at once are slow, and a disk may stall.
const patienceMs = 60_000;

/** Polls until `holds` answers something true, and returns it. */
export async function until<T>(what: string, holds: () => T | Promise<T>, ms = patienceMs): Promise<NonNullable<T>> {
  const deadline = Date.now() + ms;
  for (;;) {
    const answer = await holds();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`not within ${ms} ms: ${what}`);
    await pause(20);
  }
}

/** Topics and databases of one test file, and what its services said. */
export class Servers {
  readonly prefix = testPrefix();
  private readonly kafka = new Kafka({ brokers: brokers.split(','), clientId: 'test', logLevel: logLevel.NOTHING });
  private readonly client = new mongoose.mongo.MongoClient(mongoUrl);

  readonly env = {
    KAFKA_BROKERS: brokers,
    MONGO_URL: mongoUrl,
    KAFKA_TOPIC_PREFIX: this.prefix,
    MONGO_DB_PREFIX: this.prefix,
    LOG_LEVEL: 'silent',
    STOP_GRACE_MS: '10000',
    ...ownRequestTopics,
  };

  db(service: string) {
    return this.client.db(`${this.prefix}${service}`);
  }

  async makeTopics(...names: string[]): Promise<void> {
    const admin = this.kafka.admin();
    await admin.connect();
    const topics = names.map((name) => ({ topic: this.prefix + name, numPartitions: 3, replicationFactor: 1 }));
    // kafkajs fails when it waits itself and the broker does not know a new topic yet.
    await admin.createTopics({ topics, waitForLeaders: false });
    await until('the new topics have leaders', async () => {
      const found = await admin.fetchTopicMetadata({ topics: topics.map(({ topic }) => topic) }).catch(() => undefined);
      return found?.topics.every(({ partitions }) => partitions.every(({ leader }) => leader >= 0));
    });
    await admin.disconnect();
  }

  async send(topic: string, records: readonly Omit<OutgoingRecord, 'topic'>[]): Promise<void> {
    const producer = this.kafka.producer({ allowAutoTopicCreation: false });
    await producer.connect();
    await producer.send({ topic: this.prefix + topic, messages: records.map((record) => ({ ...record })) });
    await producer.disconnect();
  }

  /** Everything on a topic until `enough`, per partition in its order. */
  async read(topic: string, enough: (found: readonly Heard[]) => boolean, ms = patienceMs): Promise<readonly Heard[]> {
    const listener = new Listener(`${this.prefix}reader-${Math.random()}`, [this.prefix + topic]);
    await listener.open();
    try {
      await until(`enough records on ${topic}`, () => enough(listener.heard), ms);
    } finally {
      await listener.close();
    }
    return listener.heard;
  }

  private async isQuiet(appName: string): Promise<boolean> {
    const open = [{ $currentOp: { idleSessions: true } }, { $match: { appName, transaction: { $exists: true } } }];
    const left = (await this.client.db('admin').aggregate(open).toArray()).length > 0;
    if (left) await killIdleTransactions(this.client, appName);
    return !left;
  }

  async close(): Promise<void> {
    const { databases } = await this.client.db('admin').admin().listDatabases({ nameOnly: true });
    for (const { name } of databases.filter((database) => database.name.startsWith(this.prefix))) {
      // What a killed process had open would make the server wait.
      await until('no transaction is open', () => this.isQuiet(name));
      await this.client.db(name).dropDatabase();
    }
    await this.client.close();
  }
}

/** ce_sequence of each record, by ce_subject, in the order of the topic. */
export const sequences = (heard: readonly Heard[]): Record<string, number[]> => {
  const bySubject: Record<string, number[]> = {};
  for (const { headers } of heard) (bySubject[headers['ce_subject']!] ??= []).push(Number(headers['ce_sequence']));
  return bySubject;
};

/** 1, 2, … n. */
export const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);
