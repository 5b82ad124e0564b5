/** Where a record lies. */
export interface RecordPlace {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
}

/** The records of one subject on the topics of a service, with the place of the last. */
export interface PublishedSubject extends RecordPlace {
  readonly service: string;
  readonly subject: string;
  readonly key: string;
  /** Where the last one lies as well: requests are said on two topics while departments change over. */
  readonly also: readonly RecordPlace[];
  /** The time of its last record, in milliseconds. */
  readonly at: number;
  /** The first and last sequence found, and the gaps between them. */
  readonly first: number;
  readonly last: number;
  readonly missing: readonly number[];
  /** The departments its records are addressed to. */
  readonly addressees: ReadonlySet<string>;
  /** How its records say that a step ended: granted, refused. */
  readonly endings: ReadonlySet<string>;
  /** Sequences that were used again for something else. */
  readonly otherwise: readonly number[];
}

/** A step that a document keeps as ended by somebody else. */
export interface EndedStep {
  readonly service: string;
  readonly application: string;
  readonly step: string;
  readonly outcome: string;
}

/** The state of documents, outboxes, topics and consumers, keyed by "service subject". */
export interface CityFacts {
  readonly published: ReadonlyMap<string, PublishedSubject>;
  /** Services whose topics have lost their oldest records by retention: there missing first sequences mean nothing. */
  readonly cut: ReadonlySet<string>;
  /** The last sequence published, by the document. */
  readonly sent: ReadonlyMap<string, number>;
  /** The last sequence in an outbox. */
  readonly pending: ReadonlyMap<string, number>;
  /** The last sequence a consumer has applied, keyed by "consumer service:subject". */
  readonly seen: ReadonlyMap<string, number>;
  /** "service id" of every document. */
  readonly documents: ReadonlySet<string>;
  readonly ended: readonly EndedStep[];
  /** Parked keys as "consumer topic/key". */
  readonly parked: ReadonlySet<string>;
  /** The consumers of a service's topics, with their offsets; undefined on a topic they have not begun to read. */
  readonly listeners: (service: string) => readonly {
    readonly name: string;
    readonly committed: (topic: string, partition: number) => bigint | undefined;
  }[];
}

export interface Difference {
  readonly application: string;
  /** lost: will not repair itself. under-way: should vanish in a moment. parked: waits for an operator. */
  readonly is: 'lost' | 'under-way' | 'parked';
  readonly service: string;
  readonly what: string;
}

export const applicationOf = (subject: string): string => subject.split('/', 1)[0] ?? subject;

/** Differences between documents, outboxes, topics and consumers. Records beyond retention are not expected. */
export function compare(facts: CityFacts): Difference[] {
  return [...published(facts), ...notAppliedDifferences(facts), ...neverPublished(facts), ...neverDecided(facts)];
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
      found.push({ ...about, is: 'lost', what: `${subject}: the document has ${sequence}, the topic ${last}` });
    if (last < sequence) {
      const waits = (pending.get(place) ?? 0) >= sequence;
      const what = `${subject}: the document has ${sequence}, the topic ${last}${waits ? ', the rest waits in the outbox' : ''}`;
      found.push({ ...about, is: waits ? 'under-way' : 'lost', what });
    }
  }
  for (const [place, { service, subject, first, missing, otherwise }] of published) {
    const about = { application: applicationOf(subject), service, is: 'lost' } as const;
    if (!sent.has(place)) found.push({ ...about, what: `${subject}: records on the topic and no document` });
    if (first > 1 && !cut.has(service)) found.push({ ...about, what: `${subject}: the topic begins with ${first}` });
    if (missing.length > 0) found.push({ ...about, what: `${subject}: ${missing.join(', ')} missing on the topic` });
    if (otherwise.length > 0)
      found.push({ ...about, what: `${subject}: ${otherwise.join(', ')} on the topic again, saying something else` });
  }
  return found;
}

/** Records a consumer should have applied and has not. */
export interface NotApplied {
  readonly listener: string;
  readonly record: PublishedSubject;
  readonly applied: number | undefined;
  readonly is: Difference['is'];
}

export function notApplied({ published, seen, documents, parked, listeners }: CityFacts): NotApplied[] {
  const found: NotApplied[] = [];
  for (const each of published.values())
    for (const { name, committed } of listeners(each.service)) {
      const { service, subject, key, last, addressees } = each;
      const applied = seen.get(`${name} ${service}:${subject}`);
      const isOwed = applied !== undefined || addressees.has(name) || ownsApplication(documents, name, each);
      if (!isOwed || (applied ?? 0) >= last) continue;
      const reached = ({ topic, partition }: RecordPlace) => committed(topic, partition);
      const place = [each, ...each.also].find((one) => reached(one) !== undefined) ?? each;
      const { topic, partition, offset } = place;
      const isUnread = (reached(place) ?? 0n) <= offset;
      const is = parked.has(`${name} ${topic}/${key}`) ? 'parked' : isUnread ? 'under-way' : 'lost';
      found.push({ listener: name, record: { ...each, topic, partition, offset }, applied, is });
    }
  return found;
}

/**
 * Whether a consumer is the service that owns the application of a record, and hears all that is said of its steps. Who keeps a document of
 * its own about an application hears what it wants of the owner; what hangs on a step, as an entitlement does, is no news of the application.
 */
const ownsApplication = (
  documents: ReadonlySet<string>,
  name: string,
  { service, subject, key }: PublishedSubject,
): boolean =>
  documents.has(`${name} ${key}`) &&
  !documents.has(`${service} ${key}`) &&
  subject.split('/').length <= key.split('/').length + 1;

/** Sequences a consumer counts as applied that were never published: the next record with one would pass for a repetition. */
function neverPublished({ published, sent, seen, cut }: CityFacts): Difference[] {
  const found: Difference[] = [];
  for (const [place, applied] of seen) {
    const [, listener = '', service = '', subject = ''] = /^(\S+) ([^:]+):(.+)$/.exec(place) ?? [];
    const last = Math.max(published.get(`${service} ${subject}`)?.last ?? 0, sent.get(`${service} ${subject}`) ?? 0);
    if (applied <= last || (last === 0 && cut.has(service))) continue;
    const what = `${subject} of ${service}: published ${last}, applied ${applied}: some were not published by ${service}`;
    found.push({ application: applicationOf(subject), is: 'lost', service: listener, what });
  }
  return found;
}

/** Steps that ended without a record that says so, of a service that was heard of the step. */
function neverDecided({ ended, published, sent, seen, cut }: CityFacts): Difference[] {
  const heard = Map.groupBy(seen.keys(), (place) => place.replace(/^(\S+) [^:]+:/, '$1 '));
  return ended.flatMap(({ service: listener, application, step, outcome }) => {
    const subject = `${application}/${step}`;
    const speakers = (heard.get(`${listener} ${subject}`) ?? []).map((place) => /^\S+ ([^:]+):/.exec(place)![1]!);
    const isSaid = speakers.some((service) => {
      const record = published.get(`${service} ${subject}`);
      // Its record may be beyond retention; its document is not.
      return record?.endings.has(outcome) || (cut.has(service) && sent.has(`${service} ${subject}`));
    });
    const what = `${subject}: ${outcome} here, and no service it heard of the step has said so`;
    return isSaid ? [] : [{ application, is: 'lost' as const, service: listener, what }];
  });
}

const notAppliedDifferences = (facts: CityFacts): Difference[] =>
  notApplied(facts).map(({ listener, record: { service, subject, last }, applied, is }) => ({
    application: applicationOf(subject),
    is,
    service: listener,
    what: `${subject} of ${service}: published ${last}, applied ${applied ?? 'none'}`,
  }));
