import { inDays, planOf, planStep, said, Scenario } from '../../test/scenario';

const two = (withdrawal: 'keep' | 'compensate'): Scenario => {
  const plan = planOf([planStep('first'), planStep('second'), planStep('third', { needs: ['second'] })], {
    withdrawal,
  });
  const scenario = new Scenario(plan);
  scenario.submit();
  scenario.grant('first');
  return scenario;
};
const WITHDRAW = { type: 'WithdrawApplication', reason: 'changed-my-mind' } as const;

describe('withdrawal 撤回', () => {
  test('cancels what is under way, stops what has not begun, and ends when all have answered', () => {
    const scenario = two('keep');
    expect(said(scenario.when(WITHDRAW))).toEqual([
      'ApplicationWithdrawn',
      'StepCancellationRequested second',
      'StepStopped third',
    ]);
    expect(said(scenario.hear('second', { type: 'cancelled' }))).toEqual(['StepCancelled second', 'ApplicationEnded']);
    expect(scenario.state.ending).toBe('withdrawn');
    expect(scenario.statuses()).toEqual({ first: 'granted', second: 'cancelled', third: 'stopped' });
  });

  test('a step cancelled while it stood still no longer says why it did', () => {
    const scenario = two('keep');
    scenario.progress('second', { status: 'paused', at: inDays(1), reason: 'hearing' });
    expect(scenario.state.steps['second']).toMatchObject({ status: 'paused', reason: 'hearing' });
    scenario.when(WITHDRAW);
    scenario.hear('second', { type: 'cancelled' });
    expect(scenario.state.steps['second']).toEqual({ status: 'cancelled' });
  });

  test('takes back what was granted where the package says so, with a limit of its own', () => {
    const scenario = two('compensate');
    scenario.when(WITHDRAW);
    expect(scenario.state.steps['first']).toMatchObject({ status: 'compensating', dueAt: inDays(8) });
    scenario.hear('second', { type: 'cancelled' });
    expect(scenario.endings()).toEqual([]);
    scenario.hear('first', { type: 'undone' });
    expect(scenario.statuses()).toMatchObject({ first: 'compensated', second: 'cancelled' });
    expect(scenario.endings()).toEqual(['withdrawn']);
  });

  test('a grant that crosses the cancellation is taken back, whatever the package says', () => {
    const scenario = two('keep');
    scenario.when(WITHDRAW);
    expect(said(scenario.grant('second'))).toEqual(['StepFinished second', 'StepUndoRequested second']);
    expect(said(scenario.hear('second', { type: 'cancelled' }))).toEqual([]);
    scenario.hear('second', { type: 'undone' });
    expect(scenario.endings()).toEqual(['withdrawn']);
  });

  test('a refusal that crosses the cancellation is an answer too', () => {
    const scenario = two('keep');
    scenario.when(WITHDRAW);
    expect(said(scenario.refuse('second'))).toEqual(['StepFinished second', 'ApplicationEnded']);
  });

  test('a second time changes nothing; an ended application stays', () => {
    const scenario = two('keep');
    scenario.when(WITHDRAW);
    expect(scenario.when(WITHDRAW)).toEqual([]);
    const ended = new Scenario(planOf([planStep('only')]));
    ended.submit();
    ended.grant('only');
    expect(ended.when(WITHDRAW)).toMatchObject({ refused: 'application-ended' });
  });

  test('a department that never answers the cancellation leaves it to an operator, who ends it', () => {
    const scenario = two('keep');
    scenario.when(WITHDRAW);
    scenario.wakeUntil(inDays(5));
    expect(scenario.state.steps['second']).toMatchObject({ status: 'needs-operator', asked: 'cancellation' });
    const takeOver = {
      type: 'TakeOverStep',
      step: 'second',
      outcome: 'refused',
      reason: 'by-telephone',
      operator: 'op',
      facts: {},
    } as const;
    expect(said(scenario.takeOver(takeOver))).toEqual(['StepTakenOver second', 'ApplicationEnded']);
    expect(scenario.statuses()['second']).toBe('cancelled');
    expect(scenario.endings()).toEqual(['needs-operator', 'withdrawn']);
  });
});

test('an act by an agent names both: whose application it is, and who acted', () => {
  const scenario = new Scenario(planOf([planStep('a')]));
  scenario.submit({}, { agentId: 'r-agent' });
  scenario.when({ type: 'WithdrawApplication', reason: 'moved', agentId: 'r-agent' });
  const { agentId, residentId, timeline } = scenario.state;
  expect([residentId === agentId, agentId]).toEqual([false, 'r-agent']);
  expect(timeline.filter((entry) => entry.agentId === 'r-agent').map(({ what }) => what)).toEqual([
    'submitted',
    'withdrawn',
  ]);
});
