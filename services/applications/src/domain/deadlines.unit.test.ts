import { inDays, plainDays, planOf, planStep, said, Scenario, START } from '../../test/scenario';
import type { Plan } from './plan';
import { applicationView } from './view';

const one = (): Scenario => {
  const scenario = new Scenario(planOf([planStep('only')]));
  scenario.submit();
  return scenario;
};
const dueAt = (scenario: Scenario): Date | undefined => scenario.state.steps['only']?.dueAt;
const TAKE_OVER = {
  type: 'TakeOverStep',
  step: 'only',
  outcome: 'granted',
  reason: 'done-by-hand',
  operator: 'op-1',
  facts: {},
} as const;

describe('nothing hangs', () => {
  test('a step nobody answers goes to an operator at its limit, not before', () => {
    const scenario = one();
    scenario.now = new Date(inDays(10).getTime() - 1);
    expect(scenario.when({ type: 'Wake' })).toEqual([]);
    scenario.now = inDays(10);
    expect(said(scenario.when({ type: 'Wake' }))).toEqual(['StepNeedsOperator only', 'ApplicationEnded']);
    expect(scenario.told).toContainEqual(expect.objectContaining({ reason: 'decision-overdue' }));
    expect(scenario.when({ type: 'Wake' })).toEqual([]);
  });

  test('a late decision still counts', () => {
    const scenario = one();
    scenario.wakeUntil(inDays(30));
    scenario.grant('only');
    expect(scenario.endings()).toEqual(['needs-operator', 'completed']);
  });

  test('an operator decides in the department’s stead, once', () => {
    const scenario = one();
    expect(scenario.takeOver(TAKE_OVER)).toMatchObject({ refused: 'step-not-with-operator' });
    scenario.wakeUntil(inDays(30));
    expect(said(scenario.takeOver(TAKE_OVER))).toEqual(['StepTakenOver only', 'ApplicationEnded']);
    expect(scenario.state.ending).toBe('completed');
    expect(scenario.takeOver(TAKE_OVER)).toMatchObject({ refused: 'step-not-with-operator' });
    expect(scenario.refuse('only')).toEqual([]);
  });

  test('an operator alone decides nothing: another approves, declines, or the first takes it back', () => {
    const scenario = one();
    scenario.wakeUntil(inDays(30));
    const answer = (operator: string, approve: boolean) =>
      scenario.when({ type: 'AnswerTakeOver', step: 'only', operator, approve });
    expect(answer('op-2', true)).toMatchObject({ refused: 'no-take-over-asked' });
    expect(said(scenario.when(TAKE_OVER))).toEqual(['TakeOverAsked only']);
    expect(scenario.statuses()).toEqual({ only: 'needs-operator' });
    expect(scenario.when(TAKE_OVER)).toEqual([]);
    expect(scenario.when({ ...TAKE_OVER, outcome: 'refused' })).toMatchObject({ refused: 'take-over-asked' });
    expect(answer('op-1', true)).toMatchObject({ refused: 'second-person-needed' });
    for (const operator of ['op-1', 'op-2']) {
      expect(said(answer(operator, false))).toEqual(['TakeOverDropped only']);
      expect(said(scenario.when(TAKE_OVER))).toEqual(['TakeOverAsked only']);
    }
    expect(said(answer('op-2', true))).toEqual(['StepTakenOver only', 'ApplicationEnded']);
    expect(scenario.state.steps['only']).toMatchObject({ takenOverBy: 'op-1', takeOverApprovedBy: 'op-2' });
    expect(scenario.state.steps['only']).not.toHaveProperty('takeOverAsk');
  });

  test('a take-over nobody answers lapses; whoever is concerned neither asks nor approves', () => {
    const scenario = one();
    scenario.wakeUntil(inDays(30));
    const approve = (operator: string) =>
      scenario.when({ type: 'AnswerTakeOver', step: 'only', operator, approve: true });
    expect(scenario.when({ ...TAKE_OVER, operator: 'resident-1' })).toMatchObject({ refused: 'conflict-of-interest' });
    scenario.when(TAKE_OVER);
    expect(approve('resident-1')).toMatchObject({ refused: 'conflict-of-interest' });
    scenario.now = inDays(10, scenario.now);
    expect(approve('op-2')).toMatchObject({ refused: 'no-take-over-asked' });
    expect(said(scenario.when({ ...TAKE_OVER, operator: 'op-3' }))).toEqual(['TakeOverAsked only']);
  });

  test('what a department grants after an operator refused it is taken back', () => {
    const scenario = one();
    scenario.wakeUntil(inDays(30));
    scenario.takeOver({ ...TAKE_OVER, outcome: 'refused' });
    expect(said(scenario.grant('only'))).toEqual(['StepUndoRequested only']);
    expect(said(scenario.hear('only', { type: 'undone' }))).toEqual(['StepUndone only']);
    expect(scenario.endings()).toEqual(['needs-operator', 'refused']);
  });

  test('what is still to be taken back after the end goes to an operator, and the end stays', () => {
    const scenario = one();
    scenario.wakeUntil(inDays(30));
    scenario.takeOver({ ...TAKE_OVER, outcome: 'refused' });
    scenario.grant('only');
    scenario.wakeUntil(inDays(60));
    expect(scenario.statuses()).toEqual({ only: 'needs-operator' });
    expect(said(scenario.takeOver({ ...TAKE_OVER, outcome: 'refused' }))).toEqual(['StepTakenOver only']);
    expect(scenario.statuses()).toEqual({ only: 'compensated' });
    expect(scenario.endings()).toEqual(['needs-operator', 'refused']);
  });

  test('one step with an operator does not hold up the others', () => {
    const scenario = new Scenario(planOf([planStep('slow', { limitDays: 5 }), planStep('other', { limitDays: 20 })]));
    scenario.submit();
    scenario.wakeUntil(inDays(6));
    expect(scenario.statuses()).toEqual({ slow: 'needs-operator', other: 'requested' });
    expect(scenario.endings()).toEqual([]);
    scenario.grant('other');
    expect(scenario.endings()).toEqual(['needs-operator']);
  });

  test('a department’s own dates decide while it waits for somebody, plus the grace of three days', () => {
    const scenario = one();
    expect(dueAt(scenario)).toEqual(inDays(10));
    scenario.progress('only', { status: 'accepted', at: inDays(1), statutoryAt: inDays(9), promisedAt: inDays(5) });
    expect(dueAt(scenario)).toEqual(inDays(12));
    scenario.progress('only', { status: 'paused', at: inDays(2), reason: 'public-notice', until: inDays(20) });
    expect(dueAt(scenario)).toEqual(inDays(23));
    scenario.progress('only', { status: 'resumed', at: inDays(20), statutoryAt: inDays(27), promisedAt: inDays(25) });
    expect(dueAt(scenario)).toEqual(inDays(30));
    scenario.progress('only', {
      status: 'extended',
      at: inDays(21),
      days: 10,
      reason: 'complex',
      statutoryAt: inDays(37),
    });
    expect(dueAt(scenario)).toEqual(inDays(40));
    scenario.progress('only', { status: 'supplement', at: inDays(22), missing: [], answerBy: inDays(24) });
    expect(dueAt(scenario)).toEqual(inDays(27));
  });

  test('a department heard of again after its limit has the step in hand again', () => {
    const scenario = one();
    scenario.wakeUntil(inDays(11));
    scenario.progress('only', { status: 'accepted', at: inDays(11), statutoryAt: inDays(31) });
    expect(scenario.state.steps['only']).toMatchObject({ status: 'accepted', dueAt: inDays(34) });
    expect(scenario.state.ending).toBeNull();
  });
});

describe('beyond the holiday tables', () => {
  const DECEMBER = new Date('2026-12-28T00:00:00Z');
  const until = (year: number) => new Date(`${year}-12-31T15:59:59.999Z`);
  /** From New Year on there is a table of 2027, in which two of the next days are off. */
  const tabled = {
    ...plainDays,
    add: (from: Date, days: number) => inDays(days + 2, from),
    tabledUntil: until(2027),
  };
  const TAKEN = inDays(4, DECEMBER);
  const december = (more: Partial<Plan> = {}, steps = [planStep('only')]): Scenario => {
    const scenario = new Scenario(planOf(steps, more), (now) => (now < TAKEN ? plainDays : tabled));
    scenario.now = DECEMBER;
    scenario.submit();
    return scenario;
  };

  test('an application is taken, and its dates are provisional', () => {
    const scenario = december();
    expect(scenario.state).toMatchObject({ submittedAt: DECEMBER, provisionalAfter: until(2026) });
    expect(applicationView(scenario.state, scenario.plan, 1).steps[0]).toMatchObject({ dueProvisional: true });
    expect(applicationView(one().state, one().plan, 1).steps[0]).toMatchObject({ dueProvisional: false });
    expect(one().state).not.toHaveProperty('provisionalAfter');
  });

  test('under way, the department is asked and nobody else', () => {
    const scenario = december({}, [planStep('a'), planStep('b', { needs: ['a'] })]);
    expect(said(scenario.grant('a'))).toEqual(['StepFinished a', 'StepRequested b']);
  });

  test('when the table has come, the dates are counted again from where they began, once; the timer follows', () => {
    const scenario = december();
    expect(scenario.when({ type: 'SetDates' })).toEqual([]);
    scenario.now = TAKEN;
    expect(said(scenario.when({ type: 'SetDates' }))).toEqual(['StepDueSet only']);
    expect(dueAt(scenario)).toEqual(inDays(12, DECEMBER));
    expect(scenario.state).not.toHaveProperty('provisionalAfter');
    expect(scenario.when({ type: 'SetDates' })).toEqual([]);
    scenario.now = inDays(11, DECEMBER);
    expect(scenario.when({ type: 'Wake' })).toEqual([]);
    scenario.now = inDays(12, DECEMBER);
    expect(said(scenario.when({ type: 'Wake' }))).toEqual(['StepNeedsOperator only', 'ApplicationEnded']);
  });

  test('what has passed is not called back', () => {
    const scenario = december();
    scenario.wakeUntil(inDays(11, DECEMBER));
    expect(scenario.when({ type: 'SetDates' })).toEqual([]);
    expect(scenario.statuses()).toEqual({ only: 'needs-operator' });
  });

  test('a date that would come to lie in the past ends today, and one that has passed stays', () => {
    const earlier = { ...tabled, add: (from: Date, days: number) => inDays(Math.max(0, days - 5), from) };
    for (const [day, due] of [
      [8, 8],
      [11, 10],
    ] as const) {
      const scenario = new Scenario(planOf([planStep('only')]), (now) => (now < TAKEN ? plainDays : earlier));
      scenario.now = DECEMBER;
      scenario.submit();
      scenario.now = inDays(day, DECEMBER);
      expect(said(scenario.when({ type: 'SetDates' }))).toEqual(['StepDueSet only']);
      expect(dueAt(scenario)).toEqual(inDays(due, DECEMBER));
    }
  });

  test('a department’s limits are marked until it has set them right', () => {
    const scenario = december();
    const limits = { promisedAt: inDays(5, DECEMBER), statutoryAt: inDays(9, DECEMBER) };
    const marks = { promisedProvisional: true, statutoryProvisional: true } as const;
    scenario.progress('only', { status: 'accepted', at: inDays(1, DECEMBER), ...limits, ...marks });
    const view = () => applicationView(scenario.state, scenario.plan, 1);
    expect(view().steps[0]).toMatchObject({ ...limits, ...marks, dueProvisional: true });
    expect(view().timeline.at(-1)).toMatchObject({ what: 'accepted', provisional: true });
    scenario.now = TAKEN;
    const later = { promisedAt: inDays(7, DECEMBER), statutoryAt: inDays(11, DECEMBER) };
    scenario.progress('only', { status: 'limits-set', at: TAKEN, ...later });
    expect(view().steps[0]).toMatchObject({ ...later, status: 'accepted', dueAt: inDays(14, DECEMBER) });
    expect(view().steps[0]).toMatchObject({ promisedProvisional: false, statutoryProvisional: false });
    expect(view().steps[0]).toMatchObject({ dueProvisional: false });
    expect(view().timeline.at(-1)).toMatchObject({ what: 'limits-set', until: later.promisedAt, provisional: false });
  });

  test('limits set right while the step waits for the resident move nothing they wait for', () => {
    const scenario = december();
    const answerBy = inDays(30, DECEMBER);
    scenario.progress('only', { status: 'supplement', at: inDays(1, DECEMBER), missing: [], answerBy });
    scenario.now = TAKEN;
    scenario.progress('only', { status: 'limits-set', at: TAKEN, statutoryAt: inDays(40, DECEMBER) });
    expect(scenario.state.steps['only']).toMatchObject({ status: 'supplement', dueAt: inDays(33, DECEMBER) });
  });
});

test('limits are counted from the request', () => {
  expect(dueAt(one())).toEqual(inDays(10, START));
});
