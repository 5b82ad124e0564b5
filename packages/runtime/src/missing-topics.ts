import type { Hears } from '@lianban/engine';
import type { Log } from '@lianban/telemetry';

/** Keeps which of the topics a service hears do not exist, and says of each where it is named and what to do. */
export function missingTopics(hears: readonly Hears[], topicPrefix: string, log: Log) {
  let missing: readonly Hears[] = [];
  const sentenceOf = ({ topic, declaredAt }: Hears): string =>
    `${declaredAt === undefined ? '' : `${declaredAt}: `}topic ${topic} does not exist: add it to infra/topics.yaml`;
  return {
    change(topics: readonly string[]): void {
      const before = missing;
      missing = hears.filter(({ topic }) => topics.includes(topicPrefix + topic));
      for (const each of missing)
        if (!before.includes(each))
          log.error({ topic: each.topic, reason: sentenceOf(each) }, 'topic missing: the others are heard');
      for (const { topic } of before)
        if (!missing.some((each) => each.topic === topic)) log.info({ topic }, 'topic that was missing is heard');
    },
    get count(): number {
      return missing.length;
    },
    sentences: (): readonly string[] => missing.map(sentenceOf),
  };
}
