import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { requestTopics } from '@lianban/steps';
import { Kafka, logLevel } from 'kafkajs';
import { type ReadRecord, eachRecord } from '../../src/topics';
import type { Breakable, InjectedFault } from './fault';

const outageMs = 10_000;

const stranger = ({ stack }: Pick<Breakable, 'stack'>): Kafka =>
  new Kafka({ brokers: stack.directBrokers.split(','), clientId: 'stranger', logLevel: logLevel.NOTHING });

/** Publishes records again, unchanged, to their partitions and in their order. */
async function sendAgain(on: Breakable, isChosen: (record: ReadRecord) => boolean): Promise<void> {
  const again: ReadRecord[] = [];
  await eachRecord(on.city.brokers, on.city.topics, (record) => void (isChosen(record) && again.push(record)));
  const producer = stranger(on).producer({ idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  for (let from = 0; from < again.length; from += 500) {
    const byTopic = Map.groupBy(again.slice(from, from + 500), ({ topic }) => topic);
    const messagesOf = (records: readonly ReadRecord[]) =>
      records.map(({ key, value, headers, partition }) => ({ key, value, headers: { ...headers }, partition }));
    await producer.sendBatch({
      topicMessages: [...byTopic].map(([topic, records]) => ({ topic, messages: messagesOf(records) })),
    });
  }
  await producer.disconnect();
}

/** A consumer that joins and leaves the group every 2 s and processes no record of its partitions. */
async function comeAndGo(on: Breakable, groupId: string, topic: string, times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    const member = stranger(on).consumer({ groupId, sessionTimeout: 10_000 });
    await member.connect();
    await member.subscribe({ topics: [topic] });
    await member.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch: async () => undefined });
    await pause(2_000);
    await member.disconnect();
  }
}

const onKafkaProxies = (name: string, begin: (proxy: Breakable['proxies']['kafka'][0]) => void): InjectedFault => ({
  id: 'F3',
  name,
  at: 'one',
  inject: async ({ proxies: { kafka } }) => {
    kafka.forEach(begin);
    await pause(outageMs);
    for (const proxy of kafka) {
      proxy.set('none');
      proxy.cutAnswersAfter(undefined);
    }
    if (kafka.every(({ ended }) => ended === 0)) throw new Error('no answer was lost: this proves nothing');
  },
});

/** The broker that leads most partitions of the city's topics. */
async function busiest(on: Breakable): Promise<number> {
  const admin = stranger(on).admin();
  await admin.connect();
  try {
    const { topics } = await admin.fetchTopicMetadata({ topics: [...on.city.topics] });
    const led = topics.flatMap(({ partitions }) => partitions.map(({ leader }) => leader));
    return Number(Object.entries(Object.groupBy(led, String)).sort(([, a], [, b]) => b!.length - a!.length)[0]![0]);
  } finally {
    await admin.disconnect();
  }
}

/** The broker that coordinates a group. */
async function coordinatorOf(on: Breakable, groupId: string): Promise<number> {
  const admin = stranger(on).admin();
  await admin.connect();
  try {
    const { brokers } = await admin.describeCluster();
    for (const { nodeId, port } of brokers) {
      const alone = new Kafka({ brokers: [`127.0.0.1:${port}`], logLevel: logLevel.NOTHING }).admin();
      await alone.connect();
      const { groups } = await alone.describeGroups([groupId]).finally(() => alone.disconnect());
      if (groups[0]?.state === 'Stable') return nodeId;
    }
    return brokers[0]!.nodeId;
  } finally {
    await admin.disconnect();
  }
}

const away = (name: string, which: (on: Breakable) => Promise<number>, how: 'kill' | 'quit'): InjectedFault => ({
  id: 'F4',
  name,
  at: 'three',
  inject: async (on) => {
    const server = on.stack.brokers[(await which(on)) - 1]!;
    await server[how]();
    await pause(outageMs);
    await server.start();
  },
});

export const kafkaFaults: readonly InjectedFault[] = [
  onKafkaProxies('acknowledgements of Kafka are lost, now and then, for 10 s', (proxy) =>
    proxy.cutAnswersAfter(() => randomInt(200, 6_000)),
  ),
  onKafkaProxies('every answer of Kafka is lost for 10 s', (proxy) => proxy.set('answers lost')),
  {
    id: 'F4',
    name: 'kill -9 of the only broker',
    at: 'one',
    inject: async ({ stack }) => {
      await stack.brokers[0]!.kill();
      await stack.brokers[0]!.start();
    },
  },
  {
    id: 'F4',
    name: 'the only broker is restarted in order',
    at: 'one',
    inject: async ({ stack }) => {
      await stack.brokers[0]!.quit();
      await stack.brokers[0]!.start();
    },
  },
  {
    id: 'F4',
    name: 'the only broker hangs for 10 s',
    at: 'one',
    inject: async ({ stack }) => {
      stack.brokers[0]!.signal('SIGSTOP');
      await pause(outageMs);
      stack.brokers[0]!.signal('SIGCONT');
    },
  },
  away('kill -9 of one of three brokers, the one that leads most partitions', busiest, 'kill'),
  away('one of three brokers hands over and is restarted', busiest, 'quit'),
  away(
    'kill -9 of the broker that coordinates applications’ group',
    (on) => coordinatorOf(on, `${on.city.prefix}applications`),
    'kill',
  ),
  {
    id: 'F9',
    name: 'members come to and go from the groups of applications and permits every 2 s',
    at: 'one',
    inject: async (on) => {
      const { prefix } = on.city;
      await Promise.all([
        comeAndGo(on, `${prefix}applications`, `${prefix}permits.v1`, 8),
        comeAndGo(on, `${prefix}permits`, prefix + requestTopics.of('permits'), 8),
      ]);
    },
  },
  {
    id: 'F10',
    name: 'every twentieth record is produced again',
    at: 'one',
    inject: (on) => sendAgain(on, () => randomInt(20) === 0),
  },
  { id: 'F10', name: 'every record is produced again', at: 'one', inject: (on) => sendAgain(on, () => true) },
  {
    id: 'F10',
    name: 'a group is sent back to the beginning',
    at: 'one',
    inject: async (on) => {
      const { services, prefix } = on.city;
      const admin = stranger(on).admin();
      await admin.connect();
      for (const [service, topics] of [
        ['permits', ['applications.requests.permits']],
        ['applications', ['employment', 'social-assistance', 'elderly-care', 'permits']],
      ] as const) {
        await services.quit(service);
        for (const topic of topics)
          await admin.resetOffsets({ groupId: prefix + service, topic: `${prefix}${topic}.v1`, earliest: true });
        await services.start(service);
      }
      await admin.disconnect();
    },
  },
];
