import { loadDepartments, readServices, shippedTexts } from '@lianban/catalogue';
import type { MessageType, casework, steps } from '@lianban/protos';
import { requestTopics } from '@lianban/steps';
import { toRecord } from '@lianban/engine';
import { guardedProducer } from '@lianban/kafka';
import { kafka } from './environment';
import { type Heard, Listener } from './listener';
import { quiet } from './quiet';
import { type Servers, until } from './servers';

const performers = readServices(shippedTexts().filter(({ kind }) => kind === 'service')).read.map(({ value }) => value);
const departments = loadDepartments();
const topics = [
  ...[requestTopics.SHARED, 'residents.v1', ...[...departments, ...performers].map(({ topic }) => topic)],
  ...departments.map(({ department }) => requestTopics.of(department)),
  ...performers.map(({ service }) => requestTopics.of(service)),
];

interface Codec<T> {
  readonly $type: string;
  decode(input: Uint8Array): T;
}

/** Says what applications would say, and hears everything anybody says, in the order of each topic's partition. */
export class Telling {
  private readonly said = new Map<string, number>();
  private readonly producer = guardedProducer({ connection: kafka, log: quiet });
  private readonly listener: Listener;

  constructor(private readonly servers: Servers) {
    const named = topics.map((topic) => `${servers.prefix}${topic}`);
    this.listener = new Listener(`${servers.prefix}test`, named);
  }

  get heard(): readonly Heard[] {
    return this.listener.heard;
  }

  open(): Promise<void> {
    return this.listener.open();
  }

  /** Publishes a message as `service` about one case, next in its sequence. */
  async say<T>(
    type: MessageType & Codec<T>,
    value: T & { readonly ref?: casework.v1.StepRef | steps.v1.StepRef | undefined },
    service: string = requestTopics.ASKER,
  ): Promise<string> {
    const { ref } = value;
    if (!ref) throw new Error(`${type.$type} names no step`);
    const { applicationNumber: key, step } = ref;
    const addressee = 'service' in ref ? ref.service : ref.department;
    const subject = `${key}/${step}`;
    const sequence = (this.said.get(`${service} ${subject}`) ?? 0) + 1;
    this.said.set(`${service} ${subject}`, sequence);
    const topic = service === requestTopics.ASKER ? requestTopics.of(addressee) : `${service}.v1`;
    const envelope = { service, topic: this.servers.prefix + topic, key, subject, sequence, at: new Date() };
    const published = { type, value, ...(service === requestTopics.ASKER && { addressee }) };
    const record = toRecord(published, { ...envelope, traceparent: undefined, causation: undefined });
    await this.producer.send([record]);
    return subject;
  }

  /** All messages of one type about one subject that were heard so far. */
  of<T>(type: Codec<T>, subject: string): readonly T[] {
    return this.heard
      .filter(({ headers }) => headers['ce_type'] === type.$type && headers['ce_subject'] === subject)
      .map(({ value }) => type.decode(value));
  }

  /** Waits for the `nth` message of this type about this subject. */
  next<T>(type: Codec<T>, subject: string, nth = 1): Promise<NonNullable<T>> {
    return until(`${type.$type} number ${nth} about ${subject}`, () => this.of(type, subject)[nth - 1]);
  }

  async close(): Promise<void> {
    await Promise.all([this.producer.close(), this.listener.close()]);
  }
}
