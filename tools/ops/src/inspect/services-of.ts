/** A topic a service subscribes to. */
export interface SubscribedTopic {
  /** The publishing service. */
  readonly from: string;
  readonly topic: string;
  /** The subscriber's topic of dead letters. */
  readonly deadLetters: string;
}

export interface ServiceTopics {
  readonly name: string;
  readonly topic: string;
  readonly hears: readonly SubscribedTopic[];
}

/** Publishers and subscribers, derived from topic names: each subscriber has a topic of dead letters. */
export function servicesOf(topics: readonly string[], prefix: string): readonly ServiceTopics[] {
  const ours = topics.filter((topic) => topic.startsWith(prefix)).map((topic) => topic.slice(prefix.length));
  const letters = ours.flatMap((topic) => {
    const [, from, listener] = /^([\w-]+)\.v1\.([\w-]+)\.dlt$/.exec(topic) ?? [];
    return from && listener ? [{ from, listener, deadLetters: prefix + topic, topic: `${prefix}${from}.v1` }] : [];
  });
  return ours
    .flatMap((topic) => /^([\w-]+)\.v1$/.exec(topic)?.[1] ?? [])
    .toSorted()
    .map((name) => ({
      name,
      topic: `${prefix}${name}.v1`,
      hears: letters
        .filter(({ listener }) => listener === name)
        .map(({ from, topic, deadLetters }) => ({ from, topic, deadLetters })),
    }));
}
