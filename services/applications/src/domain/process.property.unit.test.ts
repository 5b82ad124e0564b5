import fc from 'fast-check';
import { type ServiceProgress, type StepKind, stepKinds } from '@lianban/steps';
import { inDays, planOf, planStep, Scenario, serviceStep } from '../../test/scenario';
import { hasEnded, stepOf } from './application';
import { findStep, type Plan, type PlanStep } from './plan';

/** Any acyclic plan of up to six steps: a step needs only earlier ones. */
const anyPlan: fc.Arbitrary<Plan> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...(Object.keys(stepKinds) as StepKind[])),
      needs: fc.array(fc.nat(5), { maxLength: 2 }),
      holds: fc.boolean(),
      onRefusal: fc.constantFrom('stop', 'go-on', 'compensate'),
      limitDays: fc.integer({ min: 1, max: 30 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .chain((steps) =>
    fc.constantFrom('keep', 'compensate').map((withdrawal) =>
      planOf(
        steps.map(({ kind, needs, holds, onRefusal, limitDays }, index): PlanStep => {
          const earlier = [...new Set(needs)].filter((need) => need < index).map((need) => `s${need}`);
          const drawn = { needs: earlier, when: () => ({ holds, why: 'drawn' }), onRefusal, limitDays };
          return kind === 'decision' ? planStep(`s${index}`, drawn) : serviceStep(`s${index}`, kind, drawn);
        }),
        { withdrawal },
      ),
    ),
  );

/** What departments, residents and operators do, in any order, as often as they like, to steps that may not be ready. */
const anyHappening = fc.record({
  what: fc.constantFrom(
    'granted',
    'refused',
    'refused-by-rule',
    'revoked',
    'granted-after-all',
    'accepted',
    'supplement',
    'supplied',
    'paused',
    'resumed',
    'extended',
    'progressed',
    'cancelled',
    'compensated',
    'objected',
    'withdrawn',
    'taken-over',
    'time',
  ),
  step: fc.nat(5),
  day: fc.nat(40),
  twice: fc.boolean(),
});
type Happening = typeof anyHappening extends fc.Arbitrary<infer H> ? H : never;

function happen(scenario: Scenario, { what, step: index, day }: Happening): void {
  const step = `s${index % scenario.plan.steps.length}`;
  const at = inDays(day);
  switch (what) {
    case 'granted':
      return void scenario.grant(step, { by: 'department' });
    case 'refused':
      return void scenario.refuse(step);
    case 'refused-by-rule':
      return void scenario.refuse(step, 'conditions-not-met', 'rule');
    case 'revoked':
      return correct(scenario, step, 'granted', 'refused');
    case 'granted-after-all':
      return correct(scenario, step, 'refused', 'granted');
    case 'accepted':
      return void scenario.progress(step, { status: 'accepted', at, statutoryAt: inDays(day + 10) });
    case 'supplement':
      return void scenario.progress(step, { status: 'supplement', at, missing: [{ code: 'm', note: '' }] });
    case 'supplied':
      return void scenario.when({ type: 'ProvideSupplement', step, answers: { m: 1 }, materials: [] });
    case 'paused':
      return void scenario.progress(step, { status: 'paused', at, reason: 'hearing', until: inDays(day + 5) });
    case 'resumed':
      return void scenario.progress(step, { status: 'resumed', at });
    case 'extended':
      return void scenario.progress(step, { status: 'extended', at, days: 10, reason: 'complex' });
    case 'progressed':
      return tell(scenario, step, day);
    case 'cancelled':
      return void scenario.hear(step, { type: 'cancelled', at });
    case 'compensated':
      return void scenario.hear(step, { type: 'undone', at });
    case 'objected':
      return void scenario.when({ type: 'RaiseObjection', step, objection: 'OBJ' });
    case 'withdrawn':
      return void scenario.when({ type: 'WithdrawApplication', reason: 'drawn' });
    case 'taken-over':
      return void scenario.when({
        type: 'TakeOverStep',
        step,
        outcome: 'refused',
        reason: 'drawn',
        operator: 'op',
        facts: {},
      });
    case 'time':
      return scenario.wakeUntil(new Date(scenario.now.getTime() + day * 86_400_000));
  }
}

/** Of what its department has never decided so, it has nothing to correct. */
function correct(scenario: Scenario, step: string, was: 'granted' | 'refused', outcome: 'granted' | 'refused'): void {
  const isDecision = findStep(scenario.plan, step)?.kind === 'decision';
  const last = scenario.told.findLast(
    (event) => (event.type === 'StepFinished' || event.type === 'StepCorrected') && event.step === step,
  );
  if (!isDecision || !last || !('outcome' in last) || last.outcome !== was) return;
  scenario.hear(step, {
    ...{ type: 'corrected', at: scenario.now, was, outcome },
    ...{ reason: 'drawn', facts: {}, grounds: [], error: 'facts-wrong' },
  });
}

/** A city service says a status of its step; of a decision, one that is none of its own. */
function tell(scenario: Scenario, step: string, day: number): void {
  const kind = findStep(scenario.plan, step)?.kind;
  const all: readonly ServiceProgress[] = [
    { kind: 'payment', status: 'payable', until: inDays(day + 5), shown: { payment: { amountCents: 100 } } },
    { kind: 'payment', status: 'processing' },
    { kind: 'document', status: 'drafted', shown: { document: { number: 'FB1' } } },
    { kind: 'booking', status: 'offered', until: inDays(day + 5) },
    { kind: 'booking', status: 'booked', shown: { appointment: { beginsAt: inDays(day + 5), place: 'hall-2' } } },
  ];
  const own = all.filter((progress) => progress.kind === kind);
  const progress = own[day % own.length] ?? all[day % all.length]!;
  scenario.hear(step, { type: 'progressed', at: inDays(day), progress });
}

/** The first time each step was asked for or decided, as places in what was told. */
const placeOf = (scenario: Scenario, type: string, step: string): number =>
  scenario.told.findIndex((event) => event.type === type && 'step' in event && event.step === step);

const live = (plan: Plan, happenings: readonly Happening[]): Scenario => {
  const scenario = new Scenario(plan);
  scenario.submit();
  for (const happening of happenings) {
    happen(scenario, happening);
    if (happening.twice) happen(scenario, happening);
  }
  return scenario;
};

const anyLife = [anyPlan, fc.array(anyHappening, { maxLength: 30 })] as const;

describe('whatever departments say, in whatever order and however often', () => {
  test('an application always ends, and ends once, or is in an operator’s hands', () => {
    fc.assert(
      fc.property(...anyLife, (plan, happenings) => {
        const scenario = live(plan, happenings);
        scenario.wakeUntil(inDays(270));
        expect(scenario.state.ending).not.toBeNull();
        // A review by a person, or a correction of its outcome, opens it again, and it ends again.
        const reviews = scenario.told.filter((event) => event.type === 'ObjectionRaised' && event.review).length;
        const ends = scenario.endings().filter((ending) => ending !== 'needs-operator').length;
        const corrections = scenario.told.filter((event) => event.type === 'StepCorrected').length;
        expect(ends).toBeLessThanOrEqual(1 + reviews + corrections);
      }),
      { numRuns: 400 },
    );
  });

  test('an operator can bring every application to its end', () => {
    fc.assert(
      fc.property(...anyLife, fc.constantFrom('granted', 'refused'), (plan, happenings, outcome) => {
        const scenario = live(plan, happenings);
        for (let round = 0; round < 30 && !hasEnded(scenario.state); round += 1) {
          scenario.wakeUntil(inDays(1, scenario.now));
          for (const { id } of plan.steps)
            scenario.takeOver({
              type: 'TakeOverStep',
              step: id,
              outcome,
              reason: 'by-hand',
              operator: 'op',
              facts: {},
            });
          scenario.wakeUntil(inDays(30, scenario.now) < inDays(270) ? inDays(30, scenario.now) : inDays(270));
        }
        expect(hasEnded(scenario.state)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('no step is asked for before all it needs have an outcome, and none twice', () => {
    fc.assert(
      fc.property(...anyLife, (plan, happenings) => {
        const scenario = live(plan, happenings);
        for (const { id, needs } of plan.steps) {
          const asked = scenario.told.filter((event) => event.type === 'StepRequested' && event.step === id);
          expect(asked.length).toBeLessThanOrEqual(1);
          if (asked.length === 0) continue;
          for (const need of needs) {
            const settled = ['StepFinished', 'StepNotNeeded', 'StepStopped', 'StepCancelled', 'StepTakenOver']
              .map((type) => placeOf(scenario, type, need))
              .filter((place) => place >= 0);
            expect(Math.min(...settled)).toBeLessThan(placeOf(scenario, 'StepRequested', id));
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test('an ended application owes nothing it did not announce: every step is settled or being taken back', () => {
    fc.assert(
      fc.property(...anyLife, (plan, happenings) => {
        const scenario = live(plan, happenings);
        if (!hasEnded(scenario.state)) return;
        for (const { id } of plan.steps) {
          const { status, asked } = stepOf(scenario.state, id);
          expect(status).not.toBe('waiting');
          expect(['decision', 'cancellation']).not.toContain(asked);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('a step has statuses of its own kind only', () => {
    fc.assert(
      fc.property(...anyLife, (plan, happenings) => {
        const scenario = live(plan, happenings);
        const ofKinds = Object.values(stepKinds).flatMap(({ progress }): readonly string[] => progress);
        for (const { id, kind } of plan.steps) {
          const { status } = stepOf(scenario.state, id);
          expect(!ofKinds.includes(status) || (stepKinds[kind].progress as readonly string[]).includes(status)).toBe(
            true,
          );
        }
      }),
      { numRuns: 400 },
    );
  });

  test('states can be stored as they are: no undefined, no maps, and answers only while they may be needed', () => {
    fc.assert(
      fc.property(...anyLife, (plan, happenings) => {
        const { state } = live(plan, happenings);
        const strange = (value: unknown): boolean =>
          value === undefined ||
          typeof value === 'function' ||
          value instanceof Map ||
          (typeof value === 'object' &&
            value !== null &&
            !(value instanceof Date) &&
            Object.entries(value).some(([key, part]) => key.startsWith('$') || key.includes('.') || strange(part)));
        expect(strange(state)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
