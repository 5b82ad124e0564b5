import { ADDRESSEE_HEADER, type CommandEnvelope } from '@lianban/engine';
import { type Open, messageTypeRegistry, openFor } from '@lianban/protos';
import type { IncomingRecord } from '@lianban/record';
import { withoutPersonalNumbers } from '@lianban/telemetry';
import { UnknownKey, openerOf } from '@lianban/vault';
import type { EventEnvelope, IndexedSubscription } from './subscription';

/** A record is a command for this service, or is to be skipped, or can never be handled. */
export type Parsed =
  | { readonly is: 'command'; readonly command: CommandEnvelope; readonly key: string; readonly unknown?: true }
  | { readonly is: 'ignored'; readonly reason: string; readonly unknown?: true }
  | Unreadable;

/** What can never be read; disbelieved when it says something its writer may not say. */
export interface Unreadable {
  readonly is: 'dead';
  readonly reason: string;
  readonly disbelieved?: true;
}

const noKeys = openerOf([]);
const dead = (reason: string): Unreadable => ({ is: 'dead', reason });
const disbelieved = (reason: string): Unreadable => ({
  is: 'dead',
  reason: `not believed: ${reason}`,
  disbelieved: true,
});
const required = ['ce_specversion', 'ce_id', 'ce_type', 'ce_source', 'ce_subject', 'ce_time', 'ce_sequence'];
// A subject becomes a field name in a document: letters, digits, "-", "_" and "/" only.
const wellFormedSubject = /^[\w/-]{1,200}$/;

/**
 * Reads the headers first, so that a record for somebody else costs no decoding. Nothing in a record is trusted: its topic
 * says who published it, and a record that says otherwise is not believed and advances no sequence.
 * @param open opens what was sealed for this service
 */
export function parseRecord(record: IncomingRecord, subscription: IndexedSubscription, open: Open = noKeys): Parsed {
  const addressee = record.headers[ADDRESSEE_HEADER];
  if (subscription.addressee && addressee && addressee !== subscription.addressee)
    return { is: 'ignored', reason: 'other department' };
  const read = readEnvelope(record, subscription);
  return 'is' in read ? read : toCommand(record, read.value, subscription, read.envelope, open);
}

/** The headers of a record as its topic's owner writes them; dead when they are not, or another service wrote them. */
export function readEnvelope(
  { headers, key, value }: IncomingRecord,
  { owner, source }: Pick<IndexedSubscription, 'owner' | 'source'>,
): { readonly envelope: EventEnvelope; readonly value: Buffer } | Unreadable {
  const lacking = required.filter((name) => !headers[name]);
  if (lacking.length > 0) return dead(`missing headers: ${lacking.join(', ')}`);
  if (!key || !value) return dead(key ? 'no value' : 'no key');
  if (headers['ce_source'] !== source) return disbelieved(`ce_source is not ${source}`);
  const subject = headers['ce_subject']!;
  const sequence = /^\d+$/.test(headers['ce_sequence']!) ? Number(headers['ce_sequence']) : 0;
  const at = new Date(headers['ce_time']!);
  if (!wellFormedSubject.test(subject)) return dead('ce_subject is not well-formed');
  if (!isUnder(key, subject)) return disbelieved('ce_subject belongs to another key');
  if (!Number.isSafeInteger(sequence) || sequence < 1) return dead('ce_sequence is not a positive integer');
  if (Number.isNaN(at.getTime())) return dead('ce_time is not a time');
  return { envelope: { key, subject, sequence, source: owner, at }, value };
}

/** The key itself, or a part of what the key names. */
const isUnder = (key: string, subject: string): boolean =>
  subject.startsWith(key) && (subject.length === key.length || subject[key.length] === '/');

function toCommand(
  { headers }: IncomingRecord,
  value: Buffer,
  subscription: IndexedSubscription,
  envelope: EventEnvelope,
  open: Open,
): Parsed {
  const type = headers['ce_type']!;
  const { key } = envelope;
  const from = {
    source: {
      ...{ subject: `${envelope.source}:${envelope.subject}`, sequence: envelope.sequence },
      // Nothing advances with what is not for us, so what came before is not missing.
      ...(!subscription.sequenceOwner && { from: 1 }),
    },
    traceparent: headers['traceparent'] ?? headers['ce_traceparent'],
    causation: headers['ce_id'],
  };
  const isBroadcast = subscription.addressee !== undefined && !headers[ADDRESSEE_HEADER];
  // A record addressed to nobody is no part of the sequence of a document here.
  const owner = isBroadcast ? undefined : subscription.sequenceOwner?.(envelope);
  const skip = (unknown?: { readonly unknown: true }): Parsed => {
    if (!owner) return { is: 'ignored', reason: unknown ? 'unknown type' : 'not for us', ...unknown };
    const addressed = { ...owner, command: { type: 'Skip' } };
    return { is: 'command', key, ...unknown, command: { ...from, addressed, ackOnly: true } };
  };
  const handler = subscription.handlers.find((candidate) => candidate.type.$type === type);
  // The publisher may run a newer release: a type that is not known here must not stop the records after it.
  if (!handler) return skip(messageTypeRegistry.has(type) ? undefined : { unknown: true });
  try {
    const message = handler.type.decode(value);
    if (isBroadcast) return dead(`missing headers: ${ADDRESSEE_HEADER}`);
    const contradiction = subscription.contradiction?.(message, envelope);
    if (contradiction) return disbelieved(contradiction);
    const whole = openFor(handler.type, message, { ...envelope, service: envelope.source }, open);
    const addressed = handler.to(whole, envelope);
    return addressed ? { is: 'command', key, command: { ...from, addressed } } : skip();
  } catch (error) {
    return dead(error instanceof UnknownKey ? error.message : unreadable(type, error));
  }
}

/** The reason of a dead letter whose value is no message of the type it names. */
export const unreadable = (type: string, error: unknown): string =>
  `not a ${type}: ${error instanceof Error ? withoutPersonalNumbers(error.message).slice(0, 200) : 'unreadable'}`;
