import type { AnyKind, Line, Outcome } from '../handle';
import { type Database, dueBy, unhindered } from '../store';
import { type Log, endSpan, histograms, startLinkedTrace } from '../telemetry';

const mostAtOnce = 500;

// A deadline whose command changes nothing would be found again at once, for ever, and crowd out the others.
const postponedMs = 60_000;

/** Turns deadlines that have passed into commands like any other. Returns how many there were. */
export async function wakeDue(
  db: Database,
  kinds: readonly AnyKind[],
  line: Pick<Line, 'enqueue'>,
  now: Date,
  log: Log,
): Promise<number> {
  let woken = 0;
  for (const { name, decider } of kinds) {
    if (!decider.wake) continue;
    const due = await db
      .of(name)
      .find({ wakeAt: dueBy(now) }, { projection: { wakeAt: 1, traceparent: 1 } })
      .sort({ wakeAt: 1 })
      .limit(mostAtOnce)
      .toArray();
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
      // Nobody changed the document meanwhile exactly if it still says so.
      const later = { $set: { wakeAt: new Date(now.getTime() + postponedMs) } };
      const { modifiedCount } = await unhindered(db, (options) =>
        db.of(name).updateOne({ _id, wakeAt }, later, options),
      );
      const why = outcome.is === 'broken' ? { err: outcome.error } : { outcome };
      if (modifiedCount > 0) log.error({ kind: name, id: _id, ...why }, 'deadline passed without effect: tried later');
    }
  }
  return woken;
}

function isInVain(outcome: Outcome): boolean {
  if (outcome.is === 'done') return outcome.events.length === 0;
  if (outcome.is === 'refused') return !notNow.has(outcome.refusal.refused);
  return outcome.is === 'broken';
}

const notNow = new Set(['overloaded', 'stopping']);
