import { applications, casework } from '@lianban/protos';
import { type ReadRecord, decode } from '../../src/topics';

const { Outcome, StepDecided } = casework.v1;
const { ApplicationEnded, ApplicationSubmitted } = applications.v1;

export interface RecordedDecision {
  readonly granted: boolean;
  readonly reason: string;
}

/**
 * Collects, from the records of all topics, what was submitted, decided and ended, and every violation of the guaranteed
 * order. Stores a few values per subject and no record, so that it can read hundreds of thousands.
 */
export class RecordAudit {
  /** The first fifty violations. */
  readonly faults: string[] = [];
  readonly submitted = new Set<string>();
  /** How each application ended, by number. */
  readonly endings = new Map<string, string>();
  /** The decision on each step, by "<number>/<step>". */
  readonly decisions = new Map<string, RecordedDecision>();
  /** The last sequence of each subject, by the first topic of the service that said it. */
  private readonly last = new Map<string, number>();
  private readonly partitions = new Map<string, number>();
  private readonly numbersGiven = new Map<string, string>();
  records = 0;
  /** Records that are on a topic twice; consumers recognise them by their sequence. */
  duplicates = 0;

  readonly see = (record: ReadRecord): void => {
    const { topic, key, subject, sequence, partition } = record;
    this.records += 1;
    const topicKey = `${topic} ${key}`;
    if ((this.partitions.get(topicKey) ?? partition) !== partition) this.fault(`${topicKey} is on two partitions`);
    this.partitions.set(topicKey, partition);
    if (subject.split('/', 1)[0] !== key) this.fault(`${topic}: ${subject} lies under the key ${key}`);

    const place = `${saidBy(topic)} ${subject}`;
    const before = this.last.get(place) ?? 0;
    if (sequence <= before) {
      this.duplicates += 1;
      return;
    }
    if (sequence !== before + 1) this.fault(`${topic} ${subject}: ${sequence} follows ${before}`);
    this.last.set(place, sequence);
    this.apply(record);
  };

  /** The last sequence of a subject on the topics of a service, of which this is the first; 0 when it has no record. */
  sequenceOf(topic: string, subject: string): number {
    return this.last.get(`${topic} ${subject}`) ?? 0;
  }

  private apply(record: ReadRecord): void {
    const { key, subject, type } = record;
    switch (type) {
      case ApplicationSubmitted.$type:
        this.submitted.add(key);
        return;
      case ApplicationEnded.$type: {
        const { ending } = decode(record) as applications.v1.ApplicationEnded;
        const before = this.endings.get(key);
        if (before && before !== 'needs-operator') this.fault(`${key} ended ${before} and then ${ending}`);
        this.endings.set(key, ending);
        return;
      }
      case StepDecided.$type:
        return this.decided(subject, decode(record) as casework.v1.StepDecided);
    }
  }

  private decided(subject: string, { outcome, reason, facts = {} }: casework.v1.StepDecided): void {
    if (this.decisions.has(subject)) this.fault(`${subject} was decided twice`);
    this.decisions.set(subject, { granted: outcome === Outcome.GRANTED, reason });
    for (const name of ['permitNumber', 'registrationNumber']) {
      const given: unknown = facts[name];
      if (typeof given !== 'string') continue;
      if (this.numbersGiven.has(given))
        this.fault(`${given} was given to ${this.numbersGiven.get(given)} and ${subject}`);
      this.numbersGiven.set(given, subject);
    }
  }

  private fault(what: string): void {
    if (this.faults.length < 50) this.faults.push(what);
  }
}

/** What a service asks of one other counts in the same sequences as what it says to everybody. */
const saidBy = (topic: string): string => topic.replace(/\.requests\.[\w-]+\.v1$/, '.v1');
