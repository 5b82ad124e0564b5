import { type AnyKind, keyOf } from '@lianban/model';
import type { Line } from './command-queue';
import type { Outcome } from './command-envelope';
import type { Database } from './database';
import type { Stored } from './document';
import { dueBy, unhindered } from '@lianban/mongo';
import { type Log, endSpan, histograms, startLinkedTrace } from '@lianban/telemetry';

const mostAtOnce = 500;

// A deadline whose command changes nothing would be found again at once, for ever, and crowd out the others.
const postponedMs = 60_000;

export interface WakePorts {
  readonly db: Database;
  readonly kinds: readonly AnyKind[];
  readonly line: Pick<Line, 'enqueue'>;
  readonly now: () => Date;
  /** Up to which moment all that lay on the topics has been heard; absent where nothing is listened to. */
  readonly heard?: (() => Promise<Date>) | undefined;
  readonly log: Log;
}

/**
 * Turns deadlines that have passed into commands like any other, once every record has been heard that lay on the topics when
 * they passed: what somebody did in time must not be overtaken by the clock, however late it is read. A case whose records
 * wait for an operator waits with them, unless all its deadlines do is to call one. Returns how many were woken.
 */
export async function wakeDue({ db, kinds, line, now: clock, heard, log }: WakePorts): Promise<number> {
  const now = clock();
  let until: Date | undefined;
  let woken = 0;
  for (const kind of kinds) {
    const { name, decider } = kind;
    if (!decider.wake) continue;
    const passed = await db
      .of(name)
      .find({ wakeAt: dueBy(now) }, { projection: { wakeAt: 1, traceparent: 1 } })
      .sort({ wakeAt: 1 })
      .limit(mostAtOnce)
      .toArray();
    if (passed.length === 0) continue;
    until ??= heard ? await heard() : now;
    const due = await unparked(
      db,
      kind,
      passed.filter(({ wakeAt }) => wakeAt && wakeAt <= until!),
      now,
    );
    woken += due.length;
    for (const { wakeAt } of due) histograms.lateness().record(now.getTime() - (wakeAt?.getTime() ?? now.getTime()));
    const outcomes = await Promise.all(
      due.map(async ({ _id, traceparent: last }) => {
        const traced = startLinkedTrace(`deadline ${name}`, last, { 'lianban.application': _id.split('/', 1)[0]! });
        const { traceparent } = traced;
        const order = { kind: name, id: _id, command: { type: 'Wake' } };
        const outcome = await line.enqueue({ order, wake: true, traceparent });
        endSpan(traced.span, outcome.is === 'broken' ? outcome.error : undefined);
        return outcome;
      }),
    );
    for (const [i, outcome] of outcomes.entries()) {
      if (!isInVain(outcome)) continue;
      const { _id, wakeAt } = due[i]!;
      const isPostponed = await postpone(db, name, { _id, wakeAt }, now);
      const why = outcome.is === 'broken' ? { err: outcome.error } : { outcome };
      if (isPostponed) log.error({ kind: name, id: _id, ...why }, 'deadline passed without effect: tried later');
    }
  }
  return woken;
}

type Due = Pick<Stored, '_id' | 'wakeAt'>;

/** Those of whom no record waits for an operator; the others are looked at again later, or they would crowd out the rest. */
async function unparked<D extends Due>(
  db: Database,
  kind: AnyKind,
  due: readonly D[],
  now: Date,
): Promise<readonly D[]> {
  if (due.length === 0 || kind.needsOperator) return due;
  const keys = new Map(due.map(({ _id }) => [_id, keyOf(kind, _id)]));
  const found = await db.parked.find({ key: { $in: [...keys.values()] } }, { projection: { key: 1 } }).toArray();
  if (found.length === 0) return due;
  const parked = new Set(found.map(({ key }) => key));
  const { true: waiting = [], false: free = [] } = Object.groupBy(due, ({ _id }) => `${parked.has(keys.get(_id)!)}`);
  for (const each of waiting) await postpone(db, kind.name, each, now);
  return free;
}

/** False when somebody changed the document meanwhile: exactly then it says something else. */
async function postpone(db: Database, kind: string, { _id, wakeAt }: Due, now: Date): Promise<boolean> {
  const later = { $set: { wakeAt: new Date(now.getTime() + postponedMs) } };
  const update = await unhindered(db, (options) => db.of(kind).updateOne({ _id, wakeAt }, later, options));
  return update.modifiedCount > 0;
}

function isInVain(outcome: Outcome): boolean {
  if (outcome.is === 'done') return outcome.events.length === 0;
  if (outcome.is === 'refused') return !notNow.has(outcome.refusal.refused);
  return outcome.is === 'broken';
}

const notNow = new Set(['overloaded', 'stopping']);
