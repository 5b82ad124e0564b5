import { toRecord } from '@lianban/engine';
import type { IncomingRecord } from '@lianban/record';
import type { Composition } from '@lianban/runtime';
import { MemoryDatabase } from '../simulation/memory-database';
import { Schedule } from '../simulation/schedule';
import { simulatedProcess } from '../simulation/simulated-process';
import { TopicLog } from '../simulation/topic-log';

/** Servers that answer at once and never fail. */
class Prompt extends Schedule {
  override op<T>(_process: string, act: () => T): Promise<T> {
    return Promise.resolve().then(act);
  }
}

type Written = Parameters<typeof toRecord>;

/** A record as somebody may write it: on any topic, in any name. */
export interface Forged {
  readonly topic: string;
  readonly source: string;
  readonly subject: string;
  readonly sequence: number;
  readonly event: Written[0];
  /** A type nobody knows, over bytes that are no message. */
  readonly type?: string;
}

const at = new Date('2026-03-02T01:00:00Z');
let offset = 0;

const incoming = ({ topic, source, subject, sequence, event, type }: Forged): IncomingRecord => {
  const key = subject.split('/', 1)[0]!;
  const place = { service: source, topic, key, subject, sequence, at, traceparent: undefined, causation: undefined };
  const { value, headers } = toRecord(event, place);
  return {
    ...{ topic, partition: 0, offset: String(++offset), timestamp: 0, key },
    ...(type === undefined
      ? { value, headers }
      : { value: Buffer.from([0xff]), headers: { ...headers, ce_type: type } }),
  };
};

/** One service with its real rules, inbox and engine, over a database in memory. */
export function listener(name: string, parts: Composition) {
  const schedule = new Prompt(() => 0.5);
  const database = new MemoryDatabase(schedule);
  const topics = new TopicLog(schedule);
  const world = { schedule, database, topics, mutation: undefined, applied: () => undefined };
  const running = simulatedProcess(`${name}-1`, { name }, parts, world);
  const collections = [...parts.aggregates.map((each) => each.name), 'parked'];
  return {
    name,
    grpc: running.grpc,
    hear: (forged: Forged) => running.handle([incoming(forged)]),
    hearAsIs: (record: IncomingRecord) => running.handle([record]),
    records: (topic: string) => topics.records(topic),
    /** All it keeps. */
    kept: () => Object.fromEntries(collections.map((each) => [each, structuredClone(database.all(each))])),
    said: () => topics.records(`${name}.v1`).length,
    letters: (topic: string) =>
      topics.records(`${topic}.${name}.dlt`).map(({ headers }) => headers['kafka_dlt-exception-message'] ?? ''),
  };
}
