import { createHash } from 'node:crypto';
import { casework, messageTypeRegistry, steps } from '@lianban/protos';
import type { IncomingRecord } from '@lianban/record';
import type { PublishedSubject, RecordPlace } from './compare';

/** What a message says of the end of a step: granted, refused. Any other message says nothing of it. */
function endingIn(type: string | undefined, value: Buffer | undefined): string | undefined {
  if (!value) return undefined;
  const { StepDecided, outcomeToJSON } = casework.v1;
  const { StepFinished } = steps.v1;
  try {
    // Both kinds of outcome have the same numbers.
    if (type === StepDecided.$type) return word(outcomeToJSON(StepDecided.decode(value).outcome));
    if (type === StepFinished.$type) return word(steps.v1.outcomeToJSON(StepFinished.decode(value).outcome));
  } catch {
    // Unreadable bytes are a dead letter, and nobody's decision.
  }
  return undefined;
}

const word = (name: string): string => name.replace('OUTCOME_', '').toLowerCase();

/** A subject with what later records are compared with. */
interface Told extends PublishedSubject {
  readonly digests: Map<number, string>;
}

/** Of what a record says, without its times: a department that is given its case again decides it again, at another moment. */
function digestOf(type: string | undefined, value: Buffer | undefined): string {
  return createHash('sha256')
    .update(saidIn(type, value ?? Buffer.alloc(0)))
    .digest('base64')
    .slice(0, 8);
}

function saidIn(type: string | undefined, value: Buffer): string | Buffer {
  try {
    const message = messageTypeRegistry.get(type ?? '')?.decode(value);
    if (!message) return value;
    const timeless = (_: string, field: unknown) => (isTime(field) ? undefined : field);
    return JSON.stringify(message, timeless);
  } catch {
    return value;
  }
}

// JSON.stringify shows a Date as the text it becomes.
const isTime = (field: unknown) => typeof field === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(field);

/** Adds the records of topics, in order, to what is known of their subjects. */
export function publishedSubjects() {
  const published = new Map<string, Told>();
  const add = (service: string, subject: string, sequence: number, record: IncomingRecord): void => {
    const { topic, key = '', partition, offset, headers, timestamp: at, value } = record;
    const place = `${service} ${subject}`;
    const before = published.get(place);
    const digests = before?.digests ?? new Map<number, string>();
    const digest = digestOf(headers['ce_type'], value);
    const isOther = (digests.get(sequence) ?? digest) !== digest;
    if (!digests.has(sequence)) digests.set(sequence, digest);
    const department = headers['ce_department'];
    const ending = endingIn(headers['ce_type'], value);
    const kept = {
      addressees: including(before?.addressees, department),
      endings: including(before?.endings, ending),
      otherwise: [...(before?.otherwise ?? []), ...(isOther ? [sequence] : [])],
      digests,
    };
    const here = { topic, partition, offset: BigInt(offset) };
    if (before && sequence <= before.last)
      return void published.set(place, { ...before, ...onAnotherTopic(before, here, sequence), ...kept });
    const missing = before ? between(before.last, sequence) : [];
    published.set(place, {
      ...{ service, subject, key, ...here, last: sequence, at, also: [] },
      first: before?.first ?? sequence,
      missing: [...(before?.missing ?? []), ...missing],
      ...kept,
    });
  };
  return { published, add };
}

/** Between two topics there is no order: what one of them lacks, another may hold. */
function onAnotherTopic(before: Told, here: RecordPlace, sequence: number): Partial<Told> {
  if (here.topic === before.topic) return {};
  return {
    first: Math.min(before.first, sequence),
    missing: [
      ...(sequence < before.first ? between(sequence, before.first) : []),
      ...before.missing.filter((each) => each !== sequence),
    ],
    also: sequence === before.last ? [...before.also, here] : before.also,
  };
}

const including = (before: ReadonlySet<string> | undefined, more: string | undefined): ReadonlySet<string> =>
  more === undefined ? (before ?? new Set()) : new Set([...(before ?? []), more]);

const between = (last: number, next: number) =>
  Array.from({ length: Math.min(next - last - 1, 20) }, (_, n) => last + 1 + n);
