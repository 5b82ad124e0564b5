import type { CommandQueue, Outcome } from '@lianban/engine';
import type { IncomingRecord, OutgoingRecord } from '@lianban/record';
import { KEY_ATTRIBUTE, type Log, SpanKind, counters, endSpan, startSpan } from '@lianban/telemetry';
import type { Open } from '@lianban/protos';
import { coalesceSkipped } from './coalesce-skipped';
import { deadLetter } from './dead-letter';
import type { ParkingLot } from './parking-lot';
import { type Parsed, parseRecord } from './parse-record';
import { type IndexedSubscription, type Subscription, indexed } from './subscription';

export interface InboxPorts {
  readonly service: string;
  readonly subscriptions: readonly Subscription[];
  readonly topicPrefix: string;
  readonly queue: Pick<CommandQueue, 'enqueue'>;
  readonly parking: ParkingLot;
  /** Sends dead letters; resolves when they are acknowledged. */
  readonly send: (records: readonly OutgoingRecord[]) => Promise<void>;
  /** Opens what was sealed for this service; without it, such a record is dead. */
  readonly open?: Open | undefined;
  readonly log: Log;
}

/** Every record ends as one of these: handled, duplicate, ignored, unknown, refused, dead or parked, with a reason. */
type Verdict = {
  readonly label: string;
  readonly reason?: string;
  /** A copy goes to the operators; a parked record also stops its key. */
  readonly letter?: 'dead' | 'parked';
  readonly gap?: boolean;
  readonly disbelieved?: boolean | undefined;
  readonly error?: Error;
};

/**
 * Turns a chunk of records into commands. Resolves when every record is applied, skipped, or stored aside; only then may
 * the chunk's offsets be committed.
 */
export function createInbox(ports: InboxPorts) {
  const { service, topicPrefix, queue, parking, send, open, log } = ports;
  const byTopic = new Map<string, IndexedSubscription>();
  const subscribe = (subscriptions: readonly Subscription[]): void => {
    for (const each of subscriptions) {
      const topic = topicPrefix + each.topic;
      if (byTopic.has(topic)) continue;
      byTopic.set(topic, indexed(each));
      // Counted from zero, so that the first of them is seen to come.
      for (const outcome of ['dead', 'parked', 'unknown'])
        counters.records().add(0, { topic, sender: each.owner, outcome });
      counters.disbelieved().add(0, { topic, sender: each.owner });
    }
  };
  subscribe(ports.subscriptions);

  const apply = async (record: IncomingRecord, parsed: Parsed): Promise<Verdict> => {
    if (parsed.is === 'ignored') return skipped(parsed);
    if (parsed.is === 'dead')
      return { label: 'dead', reason: parsed.reason, letter: 'dead', disbelieved: parsed.disbelieved };
    const { span, traceparent } = startSpan(`process ${record.topic}`, SpanKind.CONSUMER, parsed.command.traceparent, {
      'messaging.system': 'kafka',
      'messaging.destination.name': record.topic,
      [KEY_ATTRIBUTE]: parsed.key,
    });
    const outcome = await queue.enqueue({ ...parsed.command, traceparent });
    endSpan(span, outcome.is === 'broken' ? outcome.error : undefined);
    if (parsed.command.ackOnly && outcome.is !== 'gap' && outcome.is !== 'refused') return skipped(parsed);
    return verdictOf(outcome);
  };

  const settle = async (record: IncomingRecord, verdict: Verdict): Promise<void> => {
    const { topic, partition, offset } = record;
    const labels = { topic, outcome: verdict.label };
    const sender = byTopic.get(topic)?.owner ?? '';
    counters.records().add(1, { ...labels, sender });
    if (verdict.label === 'duplicate') counters.duplicates().add(1, labels);
    if (verdict.disbelieved) counters.disbelieved().add(1, { topic, sender });
    // Behind a parked record every successor looks like a gap; only the first one is.
    if (verdict.gap && !parking.holds(topic, record.key ?? '')) counters.gaps().add(1, labels);
    if (verdict.label === 'refused')
      log.info({ ...labels, key: record.key, refused: verdict.reason }, 'record refused');
    if (!verdict.letter) return;
    log.error({ topic, partition, offset, reason: verdict.reason, err: verdict.error }, `record ${verdict.label}`);
    if (verdict.letter === 'parked') await parking.park(record, verdict.reason ?? '');
    await send([deadLetter(record, service, verdict)]);
  };

  /** One after the other: an operator may release the key between two of its records. */
  const queueBehind = async (record: IncomingRecord, subscription: IndexedSubscription): Promise<void> => {
    const parsed = parseRecord(record, subscription, open);
    if (parsed.is !== 'command' || !(await parking.queue(record))) return settle(record, await apply(record, parsed));
    await settle(record, behind);
    await send([deadLetter(record, service, behind)]);
  };

  const handle = async (records: readonly IncomingRecord[]): Promise<void> => {
    const known = records.flatMap((record) => {
      const subscription = byTopic.get(record.topic);
      return subscription ? [{ record, subscription, isParked: parking.holds(record.topic, record.key ?? '') }] : [];
    });
    const flowing = known.filter(({ isParked }) => !isParked);
    const { parsed, acknowledgedWith } = coalesceSkipped(
      flowing.map(({ record, subscription }) => parseRecord(record, subscription, open)),
    );
    const verdicts = await Promise.all(
      flowing.map(({ record }, i) => (acknowledgedWith.has(i) ? undefined : apply(record, parsed[i]!))),
    );
    for (const [i, { record }] of flowing.entries())
      await settle(record, verdicts[i] ?? acknowledged(verdicts[acknowledgedWith.get(i)!]!, parsed[i]!));
    for (const { record, subscription, isParked } of known) if (isParked) await queueBehind(record, subscription);
  };

  /** A record that can never be applied leaves its key as well: the operators have a copy. */
  const drainParked = () =>
    parking.drain(async (record, isGivenUp) => {
      const subscription = byTopic.get(record.topic);
      if (!subscription) return true;
      const parsed = parseRecord(record, subscription, open);
      const verdict = await apply(record, isGivenUp ? passedOver(parsed) : parsed);
      if (verdict.letter !== 'parked') await settle(record, verdict);
      return verdict.letter !== 'parked';
    });

  return { handle, drainParked, subscribe };
}

/** The record advances the sequence without effect, so that the next one is no gap. */
const passedOver = (parsed: Parsed): Parsed =>
  parsed.is === 'command' ? { ...parsed, command: { ...parsed.command, ackOnly: true } } : parsed;

/** A record that stops its key stops the records acknowledged with it, too. */
const acknowledged = (verdict: Verdict, parsed: Parsed): Verdict => (verdict.letter ? verdict : skipped(parsed));

const behind: Verdict = { label: 'parked', reason: 'behind a parked record' };
const notForUs: Verdict = { label: 'ignored', reason: 'not for us' };
const notBelieved: Verdict = { label: 'dead', letter: 'dead', disbelieved: true };
const unknownType: Verdict = { label: 'unknown', reason: 'unknown type' };

const skipped = (parsed: Parsed): Verdict => (parsed.is !== 'dead' && parsed.unknown ? unknownType : notForUs);

function verdictOf(outcome: Outcome): Verdict {
  switch (outcome.is) {
    case 'done':
      return { label: 'handled' };
    case 'duplicate':
      return { label: 'duplicate' };
    case 'refused':
      // This service is stopping: the record was not applied and must be delivered again.
      if (outcome.refusal.refused === 'stopping') throw new Error('stopping');
      if (outcome.refusal.disbelieved) return { ...notBelieved, reason: `not believed: ${outcome.refusal.refused}` };
      return { label: 'refused', reason: outcome.refusal.refused };
    case 'gap':
      return { label: 'parked', reason: `gap: expected sequence ${outcome.expected}`, letter: 'parked', gap: true };
    case 'broken':
      return { label: 'parked', reason: `rule failed: ${outcome.error.name}`, letter: 'parked', error: outcome.error };
  }
}
