import type { Subscription } from '@lianban/inbox';
import type { Log } from '@lianban/telemetry';

/** Tracks the subscribed topics that do not exist. For each, a sentence says where it is declared and what to do. */
export function missingTopics(subscriptions: () => readonly Subscription[], topicPrefix: string, log: Log) {
  let missing: readonly Subscription[] = [];
  const sentenceOf = ({ topic, declaredAt }: Subscription): string =>
    `${declaredAt === undefined ? '' : `${declaredAt}: `}topic ${topic} does not exist: a manifest.yaml must publish it, then scripts/topics creates it`;
  return {
    change(topics: readonly string[]): void {
      const before = missing;
      missing = subscriptions().filter(({ topic }) => topics.includes(topicPrefix + topic));
      for (const each of missing)
        if (!before.includes(each))
          log.error({ topic: each.topic, reason: sentenceOf(each) }, 'topic missing: the others are consumed');
      for (const { topic } of before)
        if (!missing.some((each) => each.topic === topic))
          log.info({ topic }, 'missing topic was created: consuming it');
    },
    get count(): number {
      return missing.length;
    },
    sentences: (): readonly string[] => missing.map(sentenceOf),
  };
}
