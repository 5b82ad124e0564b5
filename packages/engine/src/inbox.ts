import type { Line } from './command-queue';
import type { Outcome } from './command-envelope';
import type { IncomingRecord, OutgoingRecord } from '@lianban/record';
import { type Log, SpanKind, counters, endSpan, startSpan } from '@lianban/telemetry';
import { deadLetter } from './dead-letter';
import type { Hears } from './subscription';
import type { Parking } from './parking-lot';
import { joinCounted } from './coalesce-skipped';
import { type Listening, listening } from './subscription-index';
import { type Parsed, parseRecord } from './parse-record';

export interface ConsumePorts {
  readonly service: string;
  readonly hears: readonly Hears[];
  readonly topicPrefix: string;
  readonly line: Pick<Line, 'enqueue'>;
  readonly parking: Parking;
  /** Sends dead letters; resolves when they are acknowledged. */
  readonly send: (records: readonly OutgoingRecord[]) => Promise<void>;
  readonly log: Log;
}

/** handled, ignored(reason), unknown, refused(code), dead(reason) or parked(reason): every record ends as one of these. */
type Verdict = {
  readonly label: string;
  readonly reason?: string;
  /** What to do with it: a copy to the operators, and for a parked one its key stops. */
  readonly letter?: 'dead' | 'parked';
  readonly gap?: boolean;
  readonly disbelieved?: boolean | undefined;
  readonly error?: Error;
};

/**
 * Turns a chunk of records into work, and the outcomes into what Kafka sees. Resolves when every record of the chunk is
 * either applied, known to mean nothing to us, or safely put aside; only then may its offsets be committed.
 */
export function chunkHandler(ports: ConsumePorts) {
  const { service, topicPrefix, line, parking, send, log } = ports;
  const byTopic = new Map(ports.hears.map((hears) => [topicPrefix + hears.topic, listening(hears)]));
  // Told of while there are none, so that the first of them is seen to come.
  for (const topic of byTopic.keys())
    for (const outcome of ['dead', 'parked', 'unknown']) counters.records().add(0, { topic, outcome });
  for (const topic of byTopic.keys()) counters.disbelieved().add(0, { topic });

  const apply = async (record: IncomingRecord, parsed: Parsed): Promise<Verdict> => {
    if (parsed.is === 'ignored') return meansNothing(parsed);
    if (parsed.is === 'dead')
      return { label: 'dead', reason: parsed.reason, letter: 'dead', disbelieved: parsed.disbelieved };
    const traced = startSpan(`process ${record.topic}`, SpanKind.CONSUMER, parsed.work.traceparent, {
      'messaging.system': 'kafka',
      'messaging.destination.name': record.topic,
      'lianban.application': parsed.key,
    });
    const outcome = await line.enqueue({ ...parsed.work, traceparent: traced.traceparent });
    endSpan(traced.span, outcome.is === 'broken' ? outcome.error : undefined);
    if (parsed.work.skip && outcome.is !== 'gap' && outcome.is !== 'refused') return meansNothing(parsed);
    return verdictOf(outcome);
  };

  const settle = async (record: IncomingRecord, verdict: Verdict): Promise<void> => {
    const { topic, partition, offset } = record;
    const labels = { topic, outcome: verdict.label };
    counters.records().add(1, labels);
    if (verdict.label === 'duplicate') counters.duplicates().add(1, labels);
    if (verdict.disbelieved) counters.disbelieved().add(1, { topic });
    // Behind a parked record every successor looks like a gap; only the first one is.
    if (verdict.gap && !parking.holds(topic, record.key ?? '')) counters.gaps().add(1, labels);
    if (verdict.label === 'refused')
      log.info({ ...labels, key: record.key, refused: verdict.reason }, 'record refused');
    if (!verdict.letter) return;
    log.error({ topic, partition, offset, reason: verdict.reason, err: verdict.error }, `record ${verdict.label}`);
    if (verdict.letter === 'parked') await parking.park(record, verdict.reason ?? '');
    await send([deadLetter(record, service, verdict)]);
  };

  /** One after the other: between two records of a parked key it may have been released. */
  const queueBehind = async (record: IncomingRecord, hears: Listening): Promise<void> => {
    const parsed = parseRecord(record, hears);
    if (parsed.is !== 'work' || !(await parking.queue(record))) return settle(record, await apply(record, parsed));
    await settle(record, behind);
    await send([deadLetter(record, service, behind)]);
  };

  const handle = async (records: readonly IncomingRecord[]): Promise<void> => {
    const heard = records.flatMap((record) => {
      const hears = byTopic.get(record.topic);
      return hears ? [{ record, hears, held: parking.holds(record.topic, record.key ?? '') }] : [];
    });
    const flowing = heard.filter(({ held }) => !held);
    const { parsed, heardWith } = joinCounted(flowing.map(({ record, hears }) => parseRecord(record, hears)));
    const verdicts = await Promise.all(
      flowing.map(({ record }, i) => (heardWith.has(i) ? undefined : apply(record, parsed[i]!))),
    );
    for (const [i, { record }] of flowing.entries())
      await settle(record, verdicts[i] ?? countedWith(verdicts[heardWith.get(i)!]!, parsed[i]!));
    for (const { record, hears, held } of heard) if (held) await queueBehind(record, hears);
  };

  /** A record that can never be applied leaves its key, too: its copy is with the operators. */
  const drainParked = () =>
    parking.drain(async (record, isGivenUp) => {
      const hears = byTopic.get(record.topic);
      if (!hears) return true;
      const parsed = parseRecord(record, hears);
      const verdict = await apply(record, isGivenUp ? passedOver(parsed) : parsed);
      if (verdict.letter !== 'parked') await settle(record, verdict);
      return verdict.letter !== 'parked';
    });

  return { handle, drainParked };
}

/** It keeps its place in the sequence, so that what comes after it is no gap. */
const passedOver = (parsed: Parsed): Parsed =>
  parsed.is === 'work' ? { ...parsed, work: { ...parsed.work, skip: true } } : parsed;

/** What stopped the record it was counted with stops it, too: the key waits from here on. */
const countedWith = (verdict: Verdict, parsed: Parsed): Verdict => (verdict.letter ? verdict : meansNothing(parsed));

const behind: Verdict = { label: 'parked', reason: 'behind a parked record' };
const notForUs: Verdict = { label: 'ignored', reason: 'not for us' };
const notBelieved: Verdict = { label: 'dead', letter: 'dead', disbelieved: true };
const unknownType: Verdict = { label: 'unknown', reason: 'unknown type' };

const meansNothing = (parsed: Parsed): Verdict => (parsed.is !== 'dead' && parsed.unknown ? unknownType : notForUs);

function verdictOf(outcome: Outcome): Verdict {
  switch (outcome.is) {
    case 'done':
      return { label: 'handled' };
    case 'duplicate':
      return { label: 'duplicate' };
    case 'refused':
      // Our own service is going down: the record was not looked at and must come again.
      if (outcome.refusal.refused === 'stopping') throw new Error('stopping');
      if (outcome.refusal.disbelieved) return { ...notBelieved, reason: `not believed: ${outcome.refusal.refused}` };
      return { label: 'refused', reason: outcome.refusal.refused };
    case 'gap':
      return { label: 'parked', reason: `gap: expected sequence ${outcome.expected}`, letter: 'parked', gap: true };
    case 'broken':
      return { label: 'parked', reason: `rule failed: ${outcome.error.name}`, letter: 'parked', error: outcome.error };
  }
}
