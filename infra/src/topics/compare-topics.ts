import { DEAD_LETTERS, type WantedTopic } from './topic-list';

/** A topic at the broker; `config` has only the settings of this topic, not the broker's defaults. */
export interface FoundTopic {
  readonly name: string;
  readonly partitions: number;
  readonly config: Readonly<Record<string, string>>;
}

export interface TopicChanges {
  readonly create: readonly WantedTopic[];
  readonly grow: readonly { readonly name: string; readonly from: number; readonly to: number }[];
  /** `config` is complete: Kafka's AlterConfigs removes every setting that is not sent again. */
  readonly align: readonly { readonly name: string; readonly config: Readonly<Record<string, string>> }[];
  /** Differences that are only reported, one sentence each. */
  readonly drift: readonly string[];
}

function driftOf(wanted: WantedTopic, found: FoundTopic): string[] {
  // Dead letters had as many partitions as their topic once, and may keep them: they are read whole.
  const shrunk = found.partitions > wanted.partitions && !wanted.name.endsWith(DEAD_LETTERS);
  return [
    ...(shrunk
      ? [
          `${wanted.name} has ${found.partitions} partitions, ${wanted.partitions} are listed: partitions cannot be taken away`,
        ]
      : []),
    ...Object.entries(found.config)
      .filter(([key]) => !(key in wanted.config))
      .map(([key, value]) => `${wanted.name} has ${key}=${value}, which is not listed: it is kept`),
  ];
}

/** Whether a name follows our pattern under this prefix, so that it is reported when it is not listed. */
function isOurs(name: string, prefix: string): boolean {
  return (
    name.startsWith(prefix) &&
    /^[a-z][a-z-]*(\.requests\.[a-z][a-z-]*)?\.v\d+(\.[a-z][a-z-]*\.dlt)?$/.test(name.slice(prefix.length))
  );
}

/** The changes from the topics found to those declared; none deletes anything. */
export function compareTopics(wanted: readonly WantedTopic[], found: readonly FoundTopic[], prefix = ''): TopicChanges {
  const byName = new Map(found.map((topic) => [topic.name, topic]));
  const listed = new Set(wanted.map(({ name }) => name));
  const pairs = wanted.flatMap((topic) => {
    const there = byName.get(topic.name);
    return there ? [{ topic, there }] : [];
  });
  return {
    create: wanted.filter(({ name }) => !byName.has(name)),
    grow: pairs
      .filter(({ topic, there }) => there.partitions < topic.partitions)
      .map(({ topic, there }) => ({ name: topic.name, from: there.partitions, to: topic.partitions })),
    align: pairs
      .filter(({ topic, there }) => Object.entries(topic.config).some(([key, value]) => there.config[key] !== value))
      .map(({ topic, there }) => ({ name: topic.name, config: { ...there.config, ...topic.config } })),
    drift: [
      ...pairs.flatMap(({ topic, there }) => driftOf(topic, there)),
      ...found
        .filter(({ name }) => isOurs(name, prefix) && !listed.has(name))
        .map(({ name }) => `${name} is not listed: it is kept`),
    ],
  };
}
