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
  /** Its own: what it says to everybody, then what it asks of one other each. */
  readonly topics: readonly string[];
  readonly hears: readonly SubscribedTopic[];
}

/** Publishers and subscribers, derived from topic names: each subscriber has a topic of dead letters. */
export function servicesOf(topics: readonly string[], prefix: string): readonly ServiceTopics[] {
  const ours = topics.filter((topic) => topic.startsWith(prefix)).map((topic) => topic.slice(prefix.length));
  const letters = ours.flatMap((topic) => {
    const [, heard, from, listener] = /^(([\w-]+)(?:\.requests\.[\w-]+)?\.v1)\.([\w-]+)\.dlt$/.exec(topic) ?? [];
    return heard && from && listener ? [{ from, listener, deadLetters: prefix + topic, topic: prefix + heard }] : [];
  });
  return ours
    .flatMap((topic) => /^([\w-]+)\.v1$/.exec(topic)?.[1] ?? [])
    .toSorted()
    .map((name) => ({
      name,
      topics: [
        `${prefix}${name}.v1`,
        ...ours.filter((topic) => isOfRequests(name, topic)).map((topic) => prefix + topic),
      ],
      hears: letters
        .filter(({ listener }) => listener === name)
        .map(({ from, topic, deadLetters }) => ({ from, topic, deadLetters })),
    }));
}

const isOfRequests = (name: string, topic: string): boolean =>
  topic.startsWith(`${name}.requests.`) && topic.endsWith('.v1');
