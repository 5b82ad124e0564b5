import { inDays, planOf, planStep, progressed, said, Scenario } from '../../test/scenario';

const one = (): Scenario => {
  const scenario = new Scenario(planOf([planStep('only', { answers: ['size'] })]));
  scenario.submit({ size: 3 });
  return scenario;
};
const status = (scenario: Scenario): string | undefined => scenario.state.steps['only']?.status;
const ASKED = {
  status: 'supplement',
  at: inDays(1),
  missing: [{ code: 'plan', note: 'A plan.' }],
  answerBy: inDays(6),
} as const;
const ACCEPTED = { status: 'accepted', at: inDays(2), promisedAt: inDays(7), statutoryAt: inDays(12) } as const;

describe('news of a department', () => {
  test('a supplement is asked for, handed in, and the step goes on', () => {
    const scenario = one();
    scenario.progress('only', ASKED);
    expect(scenario.state.steps['only']).toMatchObject({ status: 'supplement', missing: ASKED.missing });
    const supplement = {
      type: 'ProvideSupplement',
      step: 'only',
      answers: { size: 4, plan: 'yes' },
      materials: [],
    } as const;
    expect(said(scenario.when(supplement))).toEqual(['SupplementProvided only']);
    expect(status(scenario)).toBe('requested');
    expect(scenario.when(supplement)).toMatchObject({ refused: 'no-supplement-asked' });
    scenario.progress('only', ACCEPTED);
    expect(scenario.state.steps['only']).toMatchObject({ status: 'accepted', promisedAt: inDays(7) });
  });

  test('a supplement sent again under its key changes nothing, also when more is asked for by then', () => {
    const scenario = one();
    const supplement = {
      type: 'ProvideSupplement',
      step: 'only',
      answers: { plan: 'yes' },
      materials: [],
      request: { key: 'key-1', body: 'body-1' },
    } as const;
    scenario.progress('only', ASKED);
    scenario.when(supplement);
    expect(said(scenario.when(supplement))).toEqual([]);
    expect(scenario.when({ ...supplement, request: { key: 'key-1', body: 'body-2' } })).toMatchObject({
      refused: 'idempotency-key-reused',
    });
    scenario.progress('only', { ...ASKED, at: inDays(2) });
    expect(said(scenario.when(supplement))).toEqual([]);
    const other = { ...supplement, request: { key: 'key-2', body: 'body-1' } };
    expect(said(scenario.when(other))).toEqual(['SupplementProvided only']);
  });

  test('an acceptance by lapse is one in the history', () => {
    const scenario = one();
    scenario.progress('only', { ...ACCEPTED, deemed: true });
    expect(scenario.state.timeline.at(-1)).toMatchObject({ what: 'accepted', detail: 'deemed' });
  });

  test('an acceptance told with the decision is as good as one told before it', () => {
    const apart = one();
    const together = one();
    const decided = {
      type: 'finished',
      at: inDays(2),
      outcome: 'granted',
      reason: 'fits',
      facts: {},
      grounds: [],
    } as const;
    apart.progress('only', ACCEPTED);
    apart.hear('only', decided);
    together.hear('only', { ...decided, before: progressed(ACCEPTED) });
    expect(together.state).toEqual(apart.state);
    expect(together.state.timeline.map(({ what }) => what)).toEqual([
      'submitted',
      'requested',
      'accepted',
      'granted',
      'ended',
    ]);
  });

  test('an answer nobody asked for is refused by name', () => {
    const scenario = one();
    scenario.progress('only', ASKED);
    expect(
      scenario.when({ type: 'ProvideSupplement', step: 'only', answers: { other: 1 }, materials: [] }),
    ).toMatchObject({ refused: 'invalid-answers', pointer: '/answers/other' });
  });

  test('repeated news change nothing', () => {
    const scenario = one();
    for (const news of [ASKED, ACCEPTED]) {
      scenario.progress('only', news);
      expect(scenario.progress('only', news)).toEqual([]);
    }
    scenario.grant('only');
    expect(scenario.grant('only')).toEqual([]);
    expect(scenario.refuse('only')).toEqual([]);
    expect(scenario.endings()).toEqual(['completed']);
  });

  test('what a former release heard last is not heard again', () => {
    const scenario = one();
    const paused = { status: 'paused', at: inDays(3), reason: 'hearing' } as const;
    scenario.progress('only', paused);
    expect(scenario.state.steps['only']?.heard).toEqual({ at: inDays(3), what: 'ClockPaused' });
    expect(scenario.progress('only', paused)).toEqual([]);
  });

  test('outdated news do not bring back what is over', () => {
    const scenario = one();
    scenario.progress('only', { status: 'resumed', at: inDays(5) });
    expect(scenario.progress('only', { status: 'paused', at: inDays(3), reason: 'hearing' })).toEqual([]);
    scenario.grant('only');
    expect(scenario.progress('only', ACCEPTED)).toEqual([]);
    expect(status(scenario)).toBe('granted');
  });

  test('a second pause at the moment of another fact is news', () => {
    const scenario = one();
    scenario.progress('only', ACCEPTED);
    scenario.progress('only', { status: 'paused', at: ACCEPTED.at, reason: 'hearing' });
    expect(status(scenario)).toBe('paused');
    scenario.progress('only', { status: 'extended', at: inDays(3), days: 10, reason: 'complex' });
    expect(status(scenario)).toBe('paused');
  });

  test('a step accepted anew after a supplement has the new dates', () => {
    const scenario = one();
    scenario.progress('only', ACCEPTED);
    scenario.progress('only', { ...ASKED, at: inDays(3) });
    scenario.progress('only', { ...ACCEPTED, at: inDays(4), promisedAt: inDays(9) });
    expect(scenario.state.steps['only']).toMatchObject({ status: 'accepted', promisedAt: inDays(9) });
    expect(scenario.progress('only', ACCEPTED)).toEqual([]);
  });

  test('another department may not speak for this one', () => {
    const scenario = one();
    const command = {
      type: 'HearStepNews',
      step: 'only',
      department: 'somebody-else',
      news: { type: 'cancelled' },
    } as const;
    expect(scenario.when(command)).toMatchObject({ refused: 'not-your-step' });
  });

  test('unknown steps and applications are refused, not invented', () => {
    const scenario = one();
    expect(scenario.progress('nowhere', ACCEPTED)).toMatchObject({ refused: 'unknown-step' });
    expect(new Scenario(scenario.plan).progress('only', ACCEPTED)).toMatchObject({ refused: 'unknown-application' });
  });

  test('an objection reaches the department while the step is open', () => {
    const scenario = one();
    const objection = { type: 'RaiseObjection', step: 'only', objection: 'OBJ-1' } as const;
    expect(said(scenario.when(objection))).toEqual(['ObjectionRaised only']);
    scenario.grant('only');
    expect(scenario.when(objection)).toMatchObject({ refused: 'step-not-open' });
  });
});

describe('submission', () => {
  test('a repeated one changes nothing, another one under the same number is refused', () => {
    const scenario = one();
    expect(scenario.submit({ size: 3 })).toEqual([]);
    expect(scenario.submit({}, { residentId: 'resident-2' })).toMatchObject({ refused: 'application-exists' });
  });

  test('of an unknown package or version is refused', () => {
    const scenario = new Scenario(planOf([planStep('only')]));
    expect(scenario.submit({}, { version: 2 })).toMatchObject({ refused: 'unknown-package', pointer: '/package' });
  });
});
