import { ConfigResourceTypes, type Admin } from 'kafkajs';
import { adminClient, type BrokerSecurity } from '../stack/kafka-ready';
import { pollUntil } from '../poll';
import { Problem } from '../problem';
import { compareTopics, type FoundTopic, type TopicChanges } from './compare-topics';
import { cityTopics } from './city-topics';
import { topicsOf, type TopicList, type WantedTopic } from './topic-list';

export interface TopicsReport {
  readonly created: readonly string[];
  readonly grown: readonly string[];
  readonly aligned: readonly string[];
  /** Differences from the list that were only reported, one sentence each. */
  readonly drift: readonly string[];
}

/** ConfigSource TOPIC_CONFIG of the protocol: set for this topic. */
const setForThisTopic = 1;

async function findTopics(admin: Admin, wanted: readonly WantedTopic[]): Promise<FoundTopic[]> {
  const { topics } = await admin.fetchTopicMetadata();
  const names = new Set(wanted.map(({ name }) => name));
  const described = topics.filter(({ name }) => names.has(name));
  const configs = new Map<string, Record<string, string>>();
  if (described.length > 0) {
    const resources = described.map(({ name }) => ({ type: ConfigResourceTypes.TOPIC, name }));
    const answer = await admin.describeConfigs({ resources, includeSynonyms: false });
    for (const { resourceName, configEntries } of answer.resources) {
      const own = configEntries.filter(({ configSource }) => Number(configSource) === setForThisTopic);
      configs.set(
        resourceName,
        Object.fromEntries(own.map(({ configName, configValue }) => [configName, configValue])),
      );
    }
  }
  return topics.map(({ name, partitions }) => ({
    name,
    partitions: partitions.length,
    config: configs.get(name) ?? {},
  }));
}

async function apply(admin: Admin, { create, grow, align }: TopicChanges, replicas: number): Promise<void> {
  if (create.length > 0) {
    // kafkajs fails when the broker does not know the new topic yet, so we wait ourselves.
    await admin.createTopics({
      waitForLeaders: false,
      topics: create.map(({ name, partitions, config }) => ({
        topic: name,
        numPartitions: partitions,
        replicationFactor: replicas,
        configEntries: Object.entries(config).map(([key, value]) => ({ name: key, value })),
      })),
    });
    await haveLeaders(
      admin,
      create.map(({ name }) => name),
    );
  }
  if (grow.length > 0)
    await admin.createPartitions({ topicPartitions: grow.map(({ name, to }) => ({ topic: name, count: to })) });
  if (align.length > 0)
    await admin.alterConfigs({
      validateOnly: false,
      resources: align.map(({ name, config }) => ({
        type: ConfigResourceTypes.TOPIC,
        name,
        configEntries: Object.entries(config).map(([key, value]) => ({ name: key, value })),
      })),
    });
}

const topicWaitMs = 15_000;

/** Waits for the topics. @throws Problem when the broker does not serve one of them in time */
async function haveLeaders(admin: Admin, names: readonly string[]): Promise<void> {
  const ready = await pollUntil(
    async () => {
      const { topics } = await admin.fetchTopicMetadata().catch(() => ({ topics: [] }));
      const served = new Set(topics.filter((t) => t.partitions.every(({ leader }) => leader >= 0)).map((t) => t.name));
      return names.every((name) => served.has(name)) ? true : undefined;
    },
    { withinMs: topicWaitMs, everyMs: 50 },
  );
  if (!ready) throw new Problem(`the broker does not serve the topics it created: ${names.join(', ')}`);
}

/**
 * Aligns the topics of a broker with the list: creates missing ones, raises partition counts, sets settings, and
 * reports every other difference. It never deletes a topic, a partition or a setting. Safe to run at any time, also
 * twice at once.
 * @param brokers HOST:PORT, several with commas.
 * @param options.prefix put before every name (see testPrefix).
 * @param options.list a list instead of this checkout's
 * @param options.security TLS and SASL settings
 * @param options.replicas copies of each new topic; with three or more, a write must reach two of them.
 * @throws Problem when a manifest is not valid; kafkajs' error when the broker refuses.
 */
export async function ensureTopics(
  brokers: string,
  {
    prefix = '',
    list = cityTopics(),
    replicas = 1,
    security = {},
  }: { prefix?: string; list?: TopicList; replicas?: number; security?: BrokerSecurity } = {},
): Promise<TopicsReport> {
  const durable: Record<string, string> = replicas >= 3 ? { 'min.insync.replicas': '2' } : {};
  const wanted = topicsOf(list, prefix).map((topic) => ({ ...topic, config: { ...topic.config, ...durable } }));
  const admin = adminClient(brokers, 5, security).admin();
  await admin.connect();
  try {
    const changes = compareTopics(wanted, await findTopics(admin, wanted), prefix);
    await apply(admin, changes, replicas);
    return {
      created: changes.create.map(({ name }) => name),
      grown: changes.grow.map(({ name, from, to }) => `${name} ${from} → ${to}`),
      aligned: changes.align.map(({ name }) => name),
      drift: changes.drift,
    };
  } finally {
    await admin.disconnect();
  }
}

/** The report for a terminal; one line when nothing was changed. */
export function describeTopics({ created, grown, aligned, drift }: TopicsReport): string[] {
  const lines = [
    ...(created.length > 0 ? [`created ${created.join(', ')}`] : []),
    ...(grown.length > 0 ? [`grown: ${grown.join(', ')}`] : []),
    ...(aligned.length > 0 ? [`settings aligned: ${aligned.join(', ')}`] : []),
    ...drift.map((sentence) => `differs: ${sentence}`),
  ];
  return lines.length > 0 ? lines : ['topics are as listed'];
}
