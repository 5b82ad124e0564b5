import fc from 'fast-check';
import { chineseWorkingDays } from '../calendar/chinese-working-days';
import type { PublishedEvent } from '@lianban/model';
import { announceCase } from '../contract/announcements';
import { limitsOf } from './clock';
import type { CaseCommand, CommandOf } from './commands';
import { openCorrection } from './correction';
import type { CaseEvent } from './events';
import { type CaseState, type CaseStatus, awaited, isOpen, pauseOf } from './state';
import { at, exampleDecider, exampleItems, given, givenState, step } from '../../test/given/example';
import { waitsForOfficer } from './work-queue';

const HOUR = 3_600_000;
const RUNS = 150;
/** Everything one random command may need; which command it is depends on where the case stands. */
const throws = fc.record({
  // Mostly days between two commands, sometimes weeks.
  hours: fc.oneof(fc.integer({ min: 0, max: 72 }), fc.integer({ min: 0, max: 72 }), fc.integer({ min: 0, max: 800 })),
  isLikely: fc.constantFrom(true, true, true, false),
  which: fc.nat({ max: 999 }),
  nearHours: fc.integer({ min: -100, max: 1_000 }),
  name: fc.constantFrom('seat', 'means'),
  officer: fc.constantFrom('o-1', 'o-2'),
  findings: fc.constantFrom({}, { score: 80 }, { score: 0 }, { score: 'good' }, { seat: { seat: 1 } }),
  answers: fc.constantFrom({ income: 700 }, { income: 700 }, {}, { married: true }),
  reason: fc.constantFrom('hearing', 'hearing', 'never-came', '', 'A sentence.'),
  missing: fc.constantFrom([], [{ code: 'photo', note: 'Photo' }], [{ code: 'plan', note: 'Plan' }]),
  days: fc.integer({ min: -1, max: 16 }),
  outcome: fc.constantFrom('granted', 'granted', 'refused'),
  objection: fc.constantFrom('x-1', 'x-2', 'x-3'),
  value: fc.constantFrom({ seat: 1 }, null, { available: false }),
});
type Throw = typeof throws extends fc.Arbitrary<infer T> ? T : never;

const materials = [{ code: 'marriage-certificate', grade: 'C', reference: 'm-1' }];

const commands = (now: Date, given: Throw): { [T in CaseCommand['type']]: CommandOf<T> } => {
  const { name, officer, findings, answers, reason, missing, days, outcome, objection, value } = given;
  const near = new Date(now.getTime() + given.nearHours * HOUR);
  return {
    ReceiveStep: { type: 'ReceiveStep', request: step() },
    ProvideSupplement: { type: 'ProvideSupplement', answers, materials, providedAt: near },
    Accept: { type: 'Accept', officer },
    RequestSupplement: { type: 'RequestSupplement', officer, missing },
    Pause: { type: 'Pause', officer, reason },
    Resume: { type: 'Resume', officer },
    AskExtension: { type: 'AskExtension', officer, days, reason },
    ApproveExtension: { type: 'ApproveExtension', officer },
    RefuseExtension: { type: 'RefuseExtension', officer },
    Decide: { type: 'Decide', officer, outcome, reason, findings },
    ApproveDecision: { type: 'ApproveDecision', officer },
    RefuseDecision: { type: 'RefuseDecision', officer },
    AskCorrection: { type: 'AskCorrection', officer, outcome, reason, findings },
    ApproveCorrection: { type: 'ApproveCorrection', officer },
    RefuseCorrection: { type: 'RefuseCorrection', officer },
    WithdrawAsk: { type: 'WithdrawAsk', officer, about: days > 8 ? 'extension' : days > 4 ? 'correction' : 'decision' },
    Claim: { type: 'Claim', officer },
    Release: { type: 'Release', officer, supervisor: days > 8 },
    Reassign: { type: 'Reassign', officer: 's-1', to: officer },
    RaiseObjection: { type: 'RaiseObjection', objection, raisedAt: near },
    Cancel: { type: 'Cancel', reason: 'withdrawn' },
    Compensate: { type: 'Compensate', reason: 'withdrawn' },
    Learn: { type: 'Learn', name, value },
    LearnFailed: { type: 'LearnFailed', name, why: 'timeout', ...(days > 8 && { missing }) },
    Wait: { type: 'Wait', name, reason: 'waiting-list', until: near },
    SetDates: { type: 'SetDates' },
    AskAgain: { type: 'AskAgain' },
    Wake: { type: 'Wake' },
  };
};

const extending = ['AskExtension', 'AskExtension', 'ApproveExtension', 'RefuseExtension', 'WithdrawAsk'] as const;
const approving = ['Decide', 'Decide', 'ApproveDecision', 'RefuseDecision'] as const;

/** What leads on from a status, so that random cases get far; anything else comes between. */
const likely: Record<CaseStatus, readonly CaseCommand['type'][]> = {
  unreceived: ['ReceiveStep'],
  received: ['Accept', 'Accept', 'Accept', 'RequestSupplement', 'Wake'],
  supplement: ['ProvideSupplement', 'ProvideSupplement', 'Wake', 'Wait'],
  accepted: ['Pause', 'RequestSupplement', ...extending, ...approving, 'Learn', 'Learn', 'Wait', 'LearnFailed'],
  paused: ['Resume', 'Learn', 'Wake', 'Wait'],
  notice: ['RaiseObjection', 'RaiseObjection', 'Wake'],
  decided: ['Compensate', 'Cancel', 'Wake', 'Decide', 'AskCorrection', 'AskCorrection', 'ApproveCorrection'],
  cancelled: ['Cancel', 'Wake'],
  compensated: ['Compensate', 'Wake'],
};

const commandFor = (state: CaseState, now: Date, given: Throw): CaseCommand => {
  const all = commands(now, given);
  const some = given.isLikely ? likely[state.status].map((type) => all[type]) : Object.values(all);
  return some[given.which % some.length]!;
};

const request = fc
  .record({
    item: fc.constantFrom('dog-licence', ...exampleItems.map(({ code }) => code)),
    decidedBy: fc.constantFrom('rule', 'officer'),
    answers: fc.constantFrom({ income: 700 }, { income: 700 }, {}, { married: true }),
    promisedDays: fc.integer({ min: 0, max: 10 }),
    statutoryDays: fc.integer({ min: 10, max: 45 }),
    // From the Spring Festival to where the calendar ends.
    requestedAt: fc.integer({ min: 0, max: 320 * 24 }).map((hours) => new Date(at('02-10').getTime() + hours * HOUR)),
  })
  .map(step);

interface Seen {
  before: CaseState;
  after: CaseState;
  events: readonly CaseEvent[];
  now: Date;
}

/** Plays a case through `steps` random commands, hours to weeks apart, and shows every step of it to `check`. */
const play = (check: (seen: Seen, command: CaseCommand) => void) =>
  fc.assert(
    fc.property(request, fc.array(throws, { minLength: 1, maxLength: 16 }), (asked, all) => {
      const received: CaseCommand = { type: 'ReceiveStep', request: asked };
      let now = asked.requestedAt;
      const start = given([], now);
      let answer = start.when(received);
      check({ before: start.state, after: answer.state, events: answer.events, now }, received);
      for (const one of all) {
        now = new Date(now.getTime() + one.hours * HOUR);
        const before = answer.state;
        const command = commandFor(before, now, one);
        answer = givenState(before, now).when(command);
        check({ before, after: answer.state, events: answer.events, now }, command);
      }
    }),
    { numRuns: RUNS },
  );

const inOrder = (...moments: readonly (Date | undefined)[]) => {
  const times = moments.filter((moment) => moment !== undefined).map((moment) => moment.getTime());
  const isOrdered = times.every((time, place) => place === 0 || time >= times[place - 1]!);
  if (!isOrdered) expect(times).toEqual(times.toSorted((a, b) => a - b));
};

test('whatever comes, dates stay in order and the limits can be worked out again from the ledger', () => {
  play(({ before, after, events, now }) => {
    for (const event of events) expect(event.at).toEqual(now);
    if (after.status === 'unreceived') return;
    const { receivedAt, completeAt, clock, request } = after.file;
    inOrder(receivedAt, completeAt, now);
    if (after.status === 'received') inOrder(completeAt, after.acceptBy);
    if (after.status === 'supplement') inOrder(after.askedAt, after.answerBy);
    if (after.status === 'notice') inOrder(after.since, after.until);
    if (!clock) return;
    inOrder(receivedAt, clock.acceptedAt, now);
    inOrder(clock.acceptedAt, clock.promisedAt, clock.statutoryAt);
    inOrder(...clock.pauses.flatMap(({ from, to }) => [from, to]), pauseOf(after)?.since, now);
    expect(limitsOf(clock, request, chineseWorkingDays)).toMatchObject(
      clock.undated ? { refused: clock.undated } : { promisedAt: clock.promisedAt, statutoryAt: clock.statutoryAt },
    );
    const earlier = before.status === 'unreceived' ? undefined : before.file.clock;
    inOrder(earlier?.promisedAt, clock.promisedAt);
    inOrder(earlier?.statutoryAt, clock.statutoryAt);
  });
});

test('whatever comes, a case is received, accepted and decided at most once, and stays closed', () => {
  const once = ['CaseReceived', 'CaseAccepted', 'CaseExtended', 'CaseDecided', 'CaseCancelled', 'CaseCompensated'];
  const count = new Map<string, number>();
  play(({ before, events, after }) => {
    if (before.status === 'unreceived') count.clear();
    for (const { type } of events) count.set(type, (count.get(type) ?? 0) + 1);
    const again = once.filter((type) => (count.get(type) ?? 0) > 1);
    expect(again).toEqual([]);
    if (before.status !== 'unreceived' && !isOpen(before)) expect(isOpen(after)).toBe(false);
  });
});

test('whatever comes, the same once more changes nothing', () => {
  play(({ after, now }, command) => expect(givenState(after, now).when(command).events).toEqual([]));
});

test('whatever comes, an open case waits for somebody or for a moment, and what is due gets done', () => {
  const { timeout: wake } = exampleDecider();
  play(({ after, now }) => {
    if (!isOpen(after) && (after.status === 'unreceived' || !openCorrection(after.file)))
      return expect(wake?.(after)).toBeUndefined();
    const next = wake?.(after);
    expect(next !== undefined || waitsForOfficer(after) || awaited(after.file).length > 0).toBe(true);
    if (!next) return;
    const later = next.at > now ? next.at : now;
    const woken = givenState(after, later).when(next.command);
    expect(woken.events).not.toEqual([]);
    const then = wake?.(woken.state);
    expect(then === undefined || then.at > later).toBe(true);
  });
});

type Entry = 'private' | ((event: CaseEvent, state: CaseState) => PublishedEvent | readonly PublishedEvent[]);

test('whatever comes, everything announced can be written down', () => {
  play(({ events, after }) => {
    for (const event of events) {
      const entry = announceCase[event.type] as Entry;
      if (entry === 'private') continue;
      for (const { type, value } of [entry(event, after)].flat())
        expect(type.encode(value).finish().length).toBeGreaterThan(0);
    }
  });
});
