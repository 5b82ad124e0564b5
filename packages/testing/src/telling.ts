import { loadDepartments, readServices, shippedTexts } from '@lianban/catalogue';
import type { MessageType, casework, steps } from '@lianban/protos';
import { toRecord } from '@lianban/engine';
import { guardedProducer } from '@lianban/kafka';
import { kafka } from './environment';
import { type Heard, Listener } from './listener';
import { quiet } from './quiet';
import { type Servers, until } from './servers';

const performers = readServices(shippedTexts().filter(({ kind }) => kind === 'service')).read.map(({ value }) => value);
const topics = ['applications.v1', 'residents.v1', ...[...loadDepartments(), ...performers].map(({ topic }) => topic)];

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
    service = 'applications',
  ): Promise<string> {
    const { ref } = value;
    if (!ref) throw new Error(`${type.$type} names no step`);
    const { applicationNumber: key, step } = ref;
    const addressee = 'service' in ref ? ref.service : ref.department;
    const subject = `${key}/${step}`;
    const sequence = (this.said.get(`${service} ${subject}`) ?? 0) + 1;
    this.said.set(`${service} ${subject}`, sequence);
    const envelope = { service, topic: `${this.servers.prefix}${service}.v1`, key, subject, sequence, at: new Date() };
    const published = { type, value, ...(service === 'applications' && { addressee }) };
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
