import { type casework, messageTypeRegistry } from '@lianban/protos';
import type { IncomingRecord } from '@lianban/record';
import type { Work } from './command-envelope';
import { withoutPersonalNumbers } from '@lianban/telemetry';
import type { About } from './subscription';
import type { Listening } from './subscription-index';

/** A record is work for us, nothing to us, or not a record at all. */
export type Parsed =
  | { readonly is: 'work'; readonly work: Work; readonly key: string; readonly unknown?: true }
  | { readonly is: 'ignored'; readonly reason: string; readonly unknown?: true }
  | { readonly is: 'dead'; readonly reason: string; readonly disbelieved?: true };

const dead = (reason: string): Parsed => ({ is: 'dead', reason });
const disbelieved = (reason: string): Parsed => ({ is: 'dead', reason: `not believed: ${reason}`, disbelieved: true });
const required = ['ce_specversion', 'ce_id', 'ce_type', 'ce_source', 'ce_subject', 'ce_time', 'ce_sequence'];
// A subject becomes a field name in a document: letters, digits, "-", "_" and "/" only.
const wellFormedSubject = /^[\w/-]{1,200}$/;

/**
 * Reads a record by its headers first, so that what is not for us costs no decoding. Nothing in it is trusted: whose it is, its
 * topic says, and where it says otherwise itself it is not believed and counts in no sequence.
 */
export function parseRecord(record: IncomingRecord, hears: Listening): Parsed {
  const { headers, key, value } = record;
  const addressee = headers['ce_department'];
  if (hears.department && addressee && addressee !== hears.department)
    return { is: 'ignored', reason: 'other department' };
  const lacking = required.filter((name) => !headers[name]);
  if (lacking.length > 0) return dead(`missing headers: ${lacking.join(', ')}`);
  if (!key || !value) return dead(key ? 'no value' : 'no key');
  if (headers['ce_source'] !== hears.source) return disbelieved(`ce_source is not ${hears.source}`);
  const subject = headers['ce_subject']!;
  const sequence = /^\d+$/.test(headers['ce_sequence']!) ? Number(headers['ce_sequence']) : 0;
  const at = new Date(headers['ce_time']!);
  if (!wellFormedSubject.test(subject)) return dead('ce_subject is not well-formed');
  if (!isUnder(key, subject)) return disbelieved('ce_subject belongs to another key');
  if (!Number.isSafeInteger(sequence) || sequence < 1) return dead('ce_sequence is not a positive integer');
  if (Number.isNaN(at.getTime())) return dead('ce_time is not a time');
  return toWork(record, value, hears, { key, subject, sequence, source: hears.owner, at });
}

/** The key itself, or a part of what the key names. */
const isUnder = (key: string, subject: string): boolean =>
  subject.startsWith(key) && (subject.length === key.length || subject[key.length] === '/');

function toWork(record: IncomingRecord, value: Buffer, hears: Listening, about: About): Parsed {
  const { headers } = record;
  const type = headers['ce_type']!;
  const from = {
    source: { subject: `${about.source}:${about.subject}`, sequence: about.sequence },
    traceparent: headers['traceparent'] ?? headers['ce_traceparent'],
    causation: headers['ce_id'],
  };
  const reaction = hears.reactions.find((candidate) => candidate.type.$type === type);
  // What is addressed to nobody in particular is no part of the sequence of our own case.
  const counted = hears.department && !headers['ce_department'] ? undefined : hears.counts?.(about);
  const skip = (unknown?: { readonly unknown: true }): Parsed =>
    counted
      ? {
          ...{ is: 'work', key: about.key, ...unknown },
          work: { ...from, order: { ...counted, command: { type: 'Skip' } }, skip: true },
        }
      : { is: 'ignored', reason: unknown ? 'unknown type' : 'not for us', ...unknown };
  // Who speaks may be newer than who listens: a type that nobody here knows yet must not stop those that come after it.
  if (!reaction) return skip(messageTypeRegistry.has(type) ? undefined : { unknown: true });
  try {
    const message = reaction.type.decode(value);
    if (hears.department && !headers['ce_department']) return dead('missing headers: ce_department');
    const contradiction = contradictionIn(message as Referring, about, hears);
    if (contradiction) return disbelieved(contradiction);
    const order = reaction.to(message, about);
    return order ? { is: 'work', key: about.key, work: { ...from, order } } : skip();
  } catch (error) {
    const why = error instanceof Error ? withoutPersonalNumbers(error.message).slice(0, 200) : 'unreadable';
    return dead(`not a ${type}: ${why}`);
  }
}

type Referring = Partial<casework.v1.StepAccepted> | null | undefined;

/** Where a message's reference to a step and its envelope do not agree: the step must be the one of both, and its department's. */
function contradictionIn(message: Referring, { key, subject }: About, hears: Listening): string | undefined {
  const ref = message?.ref;
  if (!ref) return undefined;
  const department = hears.department ?? hears.owner;
  if (ref.department !== department) return `it speaks for another department than ${department}`;
  if (ref.applicationNumber !== key || subject !== `${key}/${ref.step}`)
    return 'its reference names another step than its subject';
  return undefined;
}
