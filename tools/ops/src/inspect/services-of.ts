/** A topic some service listens to. */
export interface SubscribedTopic {
  /** Who says it. */
  readonly from: string;
  readonly topic: string;
  /** Where copies of what the listener could not apply lie. */
  readonly deadLetters: string;
}

export interface ServiceTopics {
  readonly name: string;
  readonly topic: string;
  readonly hears: readonly SubscribedTopic[];
}

/** Who speaks and who listens, read from the names of the topics: each listener has dead letters of its own. */
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
