import { monthAfter } from '@lianban/input';
import fc from 'fast-check';
import { after, at, terms } from '../test/given';
import {
  type Entitlement,
  type EntitlementCommand,
  type EntitlementState,
  due,
  entitlement,
  evolve,
  heardEntitlements,
  isPaid,
  isStarted,
  monthOf,
  monthsFrom,
} from './index';
import type { EntitlementEvent } from './events';
import { announceEntitlement } from './wire';

const RUNS = 120;
const month = fc.integer({ min: -4, max: 30 }).map((n) => monthAfter('2026-01', n));
const amountFen = fc.integer({ min: 1, max: 500 });
const command: fc.Arbitrary<EntitlementCommand> = fc.oneof(
  fc.record({ type: fc.constant('Change' as const), from: month, amountFen, cause: fc.constant('corrected') }),
  fc.record({ type: fc.constant('Suspend' as const), from: month, cause: fc.constant('asked') }),
  fc.record({ type: fc.constant('Resume' as const), from: month, arrears: fc.boolean(), cause: fc.constant('asked') }),
  fc.record({ type: fc.constant('Stop' as const), from: month, cause: fc.constant('death') }),
  fc.record({ type: fc.constant('Revoke' as const), cause: fc.constant('revoked') }),
  fc.record({ type: fc.constant('Confirm' as const), on: month.map((of) => `${of}-10`), cause: fc.constant('alive') }),
  fc.record({ type: fc.constant('Start' as const), terms: fc.constant(terms()), cause: fc.constant('granted') }),
  fc.constant({ type: 'Wake' as const }),
);
const history = fc.record({
  terms: fc.record({ period: fc.constantFrom('month' as const, 'year' as const), from: month, amountFen }),
  until: fc.option(month),
  steps: fc.array(fc.record({ from: month, amountFen, cause: fc.constant('age-step') }), { maxLength: 2 }),
  acts: fc.array(fc.record({ days: fc.nat({ max: 90 }), command }), { maxLength: 8 }),
});

interface Moment {
  readonly before: Entitlement;
  readonly now: Entitlement;
  readonly month: string;
  readonly events: readonly EntitlementEvent[];
}

/** Every moment of a random life. */
function lives(given: typeof history extends fc.Arbitrary<infer T> ? T : never): readonly Moment[] {
  const { until, steps, acts } = given;
  const all = terms({
    ...given.terms,
    ...(until && until >= given.terms.from && { until }),
    steps: steps.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    recheck: { by: '2027-03-15', everyMonths: 12, missed: 'suspend' },
  });
  let day = at('2026-01-10').getTime();
  const first = after(entitlement.initial('e-1'), { type: 'Start', terms: all, cause: 'granted' }, new Date(day));
  let state = first.state as Entitlement;
  const moments: Moment[] = [{ before: state, now: state, month: monthOf(new Date(day)), events: first.events }];
  for (const { days, command: act } of acts) {
    day += days * 86_400_000;
    const { state: now, events } = after(state, act, new Date(day));
    if (!isStarted(now)) throw new Error('it is gone');
    moments.push({ before: state, now, month: monthOf(new Date(day)), events });
    state = now;
  }
  return moments;
}

const horizon = monthsFrom('2025-06', '2030-12');
const holds = (property: (moments: readonly Moment[]) => void) =>
  fc.assert(
    fc.property(history, (given) => property(lives(given))),
    { numRuns: RUNS },
  );

test('a month has one amount, and a year that is paid at once has one month', () => {
  holds((moments) => {
    for (const { now } of moments) {
      const paid = horizon.filter((each) => due(now, each) !== 0);
      const units = paid.map((each) => (now.period === 'year' ? each.slice(0, 4) : each));
      expect(new Set(units).size).toBe(units.length);
      for (const each of paid) expect(now.sums.map((sum) => sum.amountFen)).toContain(due(now, each));
    }
  });
});

test('it is never stopped before it starts, and nothing is due from the stop on', () => {
  holds((moments) => {
    for (const { now } of moments) {
      if (!now.stop) continue;
      expect(now.stop.from >= now.from).toBe(true);
      expect(horizon.filter((each) => each >= now.stop!.from && due(now, each) !== 0)).toEqual([]);
    }
  });
});

test('what resumes without arrears pays no month between', () => {
  holds((moments) => {
    for (const { before, now, events } of moments) {
      const resumed = events.find((event) => event.type === 'EntitlementResumed');
      if (!resumed || resumed.arrears) continue;
      const newly = horizon.filter((each) => each < resumed.from && !isPaid(before, each) && isPaid(now, each));
      expect(newly).toEqual([]);
    }
  });
});

test('whoever pays max(0, due − paid) each month has paid too much what is said to be overpaid, to the fen', () => {
  holds((moments) => {
    const paid = new Map<string, number>();
    const entry = (of: Entitlement, each: string) => (of.period === 'year' ? `${each.slice(0, 4)}-01` : each);
    const pay = (of: Entitlement, to: string) => {
      for (const [unit, sum] of dueByEntry(of, to)) paid.set(unit, Math.max(paid.get(unit) ?? 0, sum));
    };
    const dueByEntry = (of: Entitlement, to: string) => {
      const sums = new Map<string, number>();
      for (const each of monthsFrom(of.from, to))
        sums.set(entry(of, each), (sums.get(entry(of, each)) ?? 0) + (due(of, each) ?? 0));
      return sums;
    };
    for (const { before, now, month: current } of moments) {
      pay(before, current);
      pay(now, current);
      const owed = now.stop?.isRevoked ? new Map<string, number>() : dueByEntry(now, current);
      const over = [...paid].map(([unit, sum]) => [unit, sum - (owed.get(unit) ?? 0)] as const);
      const expected = over
        .filter(([, sum]) => sum > 0)
        .sort()
        .map(([unit, sum]) => ({ month: unit, amountFen: sum }));
      // What was revoked may fall due until its stop: nobody says that again, month after month.
      if (!now.stop?.isRevoked && !before.stop?.isRevoked) expect(now.overpaid).toEqual(expected);
      if (before.stop?.isRevoked) return;
    }
  });
});

test('whoever folds the messages counts the same', () => {
  holds((moments) => {
    let heard: EntitlementState = { id: 'e-1' };
    for (const { now, events } of moments) {
      for (const event of events) {
        const announce = announceEntitlement[event.type] as unknown;
        if (typeof announce !== 'function') continue;
        const { type, value } = announce(event, now) as { type: { $type: string } & never; value: never };
        const codec = type as {
          encode(v: unknown): { finish(): Uint8Array };
          decode(b: Uint8Array): never;
          $type: string;
        };
        const reading = heardEntitlements.find((each) => each.type.$type === codec.$type)!;
        const told = reading.read(codec.decode(codec.encode(value).finish()));
        expect(told.id).toBe('e-1');
        heard = evolve(heard, told.event);
      }
      if (!isStarted(heard)) throw new Error('it was not told of');
      for (const each of horizon) expect(due(heard, each)).toBe(due(now, each));
      expect(heard.overpaid).toEqual(now.overpaid);
    }
  });
});

test('a command said twice changes nothing the second time', () => {
  holds((moments) => {
    for (const { now, month: current } of moments) {
      const at10 = new Date(`${current}-20T00:00:00Z`);
      const stopped = after(now, { type: 'Stop', from: current, cause: 'death' }, at10).state;
      expect(after(stopped, { type: 'Stop', from: current, cause: 'death' }, at10).events).toEqual([]);
    }
  });
});
