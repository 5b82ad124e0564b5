import type { AnyAggregate } from '@lianban/model';
import { dueBy, retryOnLockTimeout } from '@lianban/mongo';
import { type Log, KEY_ATTRIBUTE, endSpan, histograms, startLinkedTrace } from '@lianban/telemetry';
import type { Outcome } from './command-envelope';
import type { CommandQueue } from './command-queue';
import type { Database } from './database';
import type { StoredDocument } from './document';

const mostAtOnce = 500;

// A timeout whose command changes nothing would be found again at once, for ever, and crowd out the others.
const postponedMs = 60_000;

export interface TimerPorts {
  readonly db: Database;
  readonly aggregates: readonly AnyAggregate[];
  readonly queue: Pick<CommandQueue, 'enqueue'>;
  readonly now: () => Date;
  /** Up to which moment every record on the topics has been handled; absent in a service that subscribes to none. */
  readonly handledUpTo?: (() => Promise<Date>) | undefined;
  readonly log: Log;
}

/**
 * Turns timeouts that are due into commands, once every record is handled that was on the topics when they fell due: a
 * record that came in time must not lose to a timer because it is read late. A document with a parked key waits, unless
 * all its timeout does is to call an operator. Returns how many timeouts ran.
 */
export async function runDueTimers({
  db,
  aggregates,
  queue,
  now: clock,
  handledUpTo,
  log,
}: TimerPorts): Promise<number> {
  const now = clock();
  let until: Date | undefined;
  let count = 0;
  for (const aggregate of aggregates) {
    const { name, decider, keyOf } = aggregate;
    if (!decider.timeout) continue;
    const passed = await db
      .of(name)
      .find({ wakeAt: dueBy(now) }, { projection: { wakeAt: 1, traceparent: 1 } })
      .sort({ wakeAt: 1 })
      .limit(mostAtOnce)
      .toArray();
    if (passed.length === 0) continue;
    until ??= handledUpTo ? await handledUpTo() : now;
    const ripe = passed.filter(({ wakeAt }) => wakeAt && wakeAt <= until!);
    const due = await withoutParked(db, aggregate, ripe, now);
    count += due.length;
    for (const { wakeAt } of due) histograms.lateness().record(now.getTime() - (wakeAt?.getTime() ?? now.getTime()));
    const outcomes = await Promise.all(
      due.map(async ({ _id, traceparent: last }) => {
        const { span, traceparent } = startLinkedTrace(`deadline ${name}`, last, { [KEY_ATTRIBUTE]: keyOf(_id) });
        const addressed = { aggregate: name, id: _id, command: { type: 'Timeout' } };
        const outcome = await queue.enqueue({ addressed, isTimeout: true, traceparent });
        endSpan(span, outcome.is === 'broken' ? outcome.error : undefined);
        return outcome;
      }),
    );
    for (const [i, outcome] of outcomes.entries()) {
      if (!isWithoutEffect(outcome)) continue;
      const { _id, wakeAt } = due[i]!;
      const isPostponed = await postpone(db, name, { _id, wakeAt }, now);
      const why = outcome.is === 'broken' ? { err: outcome.error } : { outcome };
      if (isPostponed) log.error({ kind: name, id: _id, ...why }, 'deadline passed without effect: tried later');
    }
  }
  return count;
}

type Due = Pick<StoredDocument, '_id' | 'wakeAt'>;

/** Postpones documents with a parked key, or they would crowd out the others. */
async function withoutParked<D extends Due>(
  db: Database,
  { name, keyOf, needsOperator }: AnyAggregate,
  due: readonly D[],
  now: Date,
): Promise<readonly D[]> {
  if (due.length === 0 || needsOperator) return due;
  const keys = new Map(due.map(({ _id }) => [_id, keyOf(_id)]));
  const found = await db.parked.find({ key: { $in: [...keys.values()] } }, { projection: { key: 1 } }).toArray();
  if (found.length === 0) return due;
  const parked = new Set(found.map(({ key }) => key));
  const { true: waiting = [], false: free = [] } = Object.groupBy(due, ({ _id }) => `${parked.has(keys.get(_id)!)}`);
  for (const each of waiting) await postpone(db, name, each, now);
  return free;
}

/** False when the document was changed meanwhile: its timeout is then another. */
async function postpone(db: Database, aggregate: string, { _id, wakeAt }: Due, now: Date): Promise<boolean> {
  const later = { $set: { wakeAt: new Date(now.getTime() + postponedMs) } };
  const update = await retryOnLockTimeout(db, (options) => db.of(aggregate).updateOne({ _id, wakeAt }, later, options));
  return update.modifiedCount > 0;
}

function isWithoutEffect(outcome: Outcome): boolean {
  if (outcome.is === 'done') return outcome.events.length === 0;
  if (outcome.is === 'refused') return !notNow.has(outcome.refusal.refused);
  return outcome.is === 'broken';
}

const notNow = new Set(['overloaded', 'stopping']);
