import { messageTypeRegistry } from '@lianban/protos';
import type { IncomingRecord } from '../kafka';
import type { Work } from '../handle';
import { withoutPersonalNumbers } from '../telemetry';
import type { About, Hears } from './hear';

/** A record is work for us, nothing to us, or not a record at all. */
export type Parsed =
  | { readonly is: 'work'; readonly work: Work; readonly key: string }
  | { readonly is: 'ignored'; readonly reason: string }
  | { readonly is: 'dead'; readonly reason: string };

const dead = (reason: string): Parsed => ({ is: 'dead', reason });
const required = ['ce_specversion', 'ce_id', 'ce_type', 'ce_source', 'ce_subject', 'ce_time', 'ce_sequence'];
// A subject becomes a field name in a document: letters, digits, "-", "_" and "/" only.
const wellFormedSubject = /^[\w/-]{1,200}$/;

/** Reads a record by its headers first, so that what is not for us costs no decoding. Nothing in it is trusted. */
export function parseRecord(record: IncomingRecord, hears: Hears): Parsed {
  const { headers, key, value } = record;
  const addressee = headers['ce_department'];
  if (hears.department && addressee && addressee !== hears.department)
    return { is: 'ignored', reason: 'other department' };
  const lacking = required.filter((name) => !headers[name]);
  if (lacking.length > 0) return dead(`missing headers: ${lacking.join(', ')}`);
  if (!key || !value) return dead(key ? 'no value' : 'no key');
  const subject = headers['ce_subject']!;
  const sequence = /^\d+$/.test(headers['ce_sequence']!) ? Number(headers['ce_sequence']) : 0;
  const at = new Date(headers['ce_time']!);
  if (!wellFormedSubject.test(subject)) return dead('ce_subject is not well-formed');
  if (!Number.isSafeInteger(sequence) || sequence < 1) return dead('ce_sequence is not a positive integer');
  if (Number.isNaN(at.getTime())) return dead('ce_time is not a time');
  const type = headers['ce_type']!;
  if (!messageTypeRegistry.has(type)) return dead(`unknown type ${type.slice(0, 100)}`);
  const source = headers['ce_source']!.replace(/^lianban\//, '');
  if (!wellFormedSubject.test(source)) return dead('ce_source is not well-formed');
  return toWork(record, value, hears, type, { key, subject, sequence, source, at });
}

function toWork(record: IncomingRecord, value: Buffer, hears: Hears, type: string, about: About): Parsed {
  const { headers } = record;
  const from = {
    source: { subject: `${about.source}:${about.subject}`, sequence: about.sequence },
    traceparent: headers['traceparent'] ?? headers['ce_traceparent'],
    causation: headers['ce_id'],
  };
  const reaction = hears.reactions.find((candidate) => candidate.type.$type === type);
  // What is addressed to nobody in particular is no part of the sequence of our own case.
  const counted = hears.department && !headers['ce_department'] ? undefined : hears.counts?.(about);
  const skip = (): Parsed =>
    counted
      ? { is: 'work', key: about.key, work: { ...from, order: { ...counted, command: { type: 'Skip' } }, skip: true } }
      : { is: 'ignored', reason: 'not for us' };
  if (!reaction) return skip();
  try {
    const order = reaction.to(reaction.type.decode(value), about);
    return order ? { is: 'work', key: about.key, work: { ...from, order } } : skip();
  } catch (error) {
    const why = error instanceof Error ? withoutPersonalNumbers(error.message).slice(0, 200) : 'unreadable';
    return dead(`not a ${type}: ${why}`);
  }
}
