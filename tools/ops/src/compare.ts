/** What lies on a topic about one subject. */
export interface PublishedSubject {
  readonly service: string;
  readonly subject: string;
  readonly topic: string;
  readonly key: string;
  readonly partition: number;
  readonly offset: bigint;
  /** When its last record was written, in milliseconds. */
  readonly at: number;
  /** The first and the last sequence found, and those that are not between them. */
  readonly first: number;
  readonly last: number;
  readonly missing: readonly number[];
  /** The departments that records were addressed to. */
  readonly addressees: ReadonlySet<string>;
}

/** What documents, outbox, topics and consumers each say; all under "service subject". */
export interface CityFacts {
  readonly published: ReadonlyMap<string, PublishedSubject>;
  /** Services whose topics no longer keep their oldest records: there a missing beginning means nothing. */
  readonly cut: ReadonlySet<string>;
  /** The last sequence each service's document says it has published. */
  readonly sent: ReadonlyMap<string, number>;
  /** The last sequence that waits in an outbox. */
  readonly pending: ReadonlyMap<string, number>;
  /** The last sequence a listener has applied, under "listener service:subject". */
  readonly seen: ReadonlyMap<string, number>;
  /** "service id" of every document. */
  readonly documents: ReadonlySet<string>;
  /** "listener topic/key". */
  readonly parked: ReadonlySet<string>;
  /** Who listens to a service, and up to where. */
  readonly listeners: (service: string) => readonly {
    readonly name: string;
    readonly committed: (partition: number) => bigint;
  }[];
}

export interface Difference {
  readonly application: string;
  /** lost: nobody will put it right by itself. under-way: it should be gone in a moment. parked: an operator is asked. */
  readonly is: 'lost' | 'under-way' | 'parked';
  readonly service: string;
  readonly what: string;
}

export const applicationOf = (subject: string): string => subject.split('/', 1)[0] ?? subject;

/** Where documents, outbox, topics and consumers do not agree. Nothing is expected of records a topic no longer keeps. */
export function compare(facts: CityFacts): Difference[] {
  return [...published(facts), ...heard(facts), ...madeUp(facts)];
}

function published({ published, sent, pending, cut }: CityFacts): Difference[] {
  const found: Difference[] = [];
  for (const [place, sequence] of sent) {
    const [service = '', subject = ''] = place.split(' ');
    const onTopic = published.get(place);
    if (!onTopic && !pending.has(place) && cut.has(service)) continue;
    const last = onTopic?.last ?? 0;
    const about = { application: applicationOf(subject), service };
    if (last > sequence)
      found.push({ ...about, is: 'lost', what: `${subject}: the document says ${sequence}, the topic ${last}` });
    if (last < sequence) {
      const waits = (pending.get(place) ?? 0) >= sequence;
      const what = `${subject}: the document says ${sequence}, the topic ${last}${waits ? ', the rest waits in the outbox' : ''}`;
      found.push({ ...about, is: waits ? 'under-way' : 'lost', what });
    }
  }
  for (const [place, { service, subject, first, missing }] of published) {
    const about = { application: applicationOf(subject), service, is: 'lost' } as const;
    if (!sent.has(place)) found.push({ ...about, what: `${subject}: records on the topic and no document` });
    if (first > 1 && !cut.has(service)) found.push({ ...about, what: `${subject}: the topic begins with ${first}` });
    if (missing.length > 0) found.push({ ...about, what: `${subject}: ${missing.join(', ')} missing on the topic` });
  }
  return found;
}

/** What a listener is owed and has not applied. */
export interface Unheard {
  readonly listener: string;
  readonly said: PublishedSubject;
  readonly applied: number | undefined;
  readonly is: Difference['is'];
}

export function unheard({ published, seen, documents, parked, listeners }: CityFacts): Unheard[] {
  const found: Unheard[] = [];
  for (const each of published.values())
    for (const { name, committed } of listeners(each.service)) {
      const { service, subject, topic, key, partition, offset, last, addressees } = each;
      const applied = seen.get(`${name} ${service}:${subject}`);
      // Owed to whom it was addressed, and to whoever the application belongs to.
      const isOwed = applied !== undefined || addressees.has(name) || documents.has(`${name} ${key}`);
      if (!isOwed || (applied ?? 0) >= last) continue;
      const isUnread = committed(partition) <= offset;
      const is = parked.has(`${name} ${topic}/${key}`) ? 'parked' : isUnread ? 'under-way' : 'lost';
      found.push({ listener: name, said: each, applied, is });
    }
  return found;
}

/** What a listener counts as heard and its speaker never said: when the speaker says it, it will pass for a repetition. */
function madeUp({ published, sent, seen, cut }: CityFacts): Difference[] {
  const found: Difference[] = [];
  for (const [place, applied] of seen) {
    const [, listener = '', service = '', subject = ''] = /^(\S+) ([^:]+):(.+)$/.exec(place) ?? [];
    const last = Math.max(published.get(`${service} ${subject}`)?.last ?? 0, sent.get(`${service} ${subject}`) ?? 0);
    if (applied <= last || (last === 0 && cut.has(service))) continue;
    const what = `${subject} of ${service}: said ${last}, heard ${applied}: not all of it is from ${service}`;
    found.push({ application: applicationOf(subject), is: 'lost', service: listener, what });
  }
  return found;
}

const heard = (facts: CityFacts): Difference[] =>
  unheard(facts).map(({ listener, said: { service, subject, last }, applied, is }) => ({
    application: applicationOf(subject),
    is,
    service: listener,
    what: `${subject} of ${service}: said ${last}, heard ${applied ?? 'nothing'}`,
  }));
