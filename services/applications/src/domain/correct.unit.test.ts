import type { Corrected } from '@lianban/steps';
import { inDays, planOf, planStep, said, Scenario } from '../../test/scenario';
import type { PlanStep } from './plan';
import { applicationView } from './view';

const what = { reason: 'facts-wrong', facts: {}, grounds: [], error: 'facts-wrong' } as const;
const revoked: Corrected = { type: 'corrected', was: 'granted', outcome: 'refused', at: inDays(5), ...what };
const regranted: Corrected = { ...revoked, was: 'refused', outcome: 'granted', facts: { level: 2 } };
const changed: Corrected = { ...revoked, was: 'granted', outcome: 'granted', facts: { amountCents: 30_000 } };

const licence = planStep('licence', { answers: ['area'] });
const sign = planStep('sign', { needs: ['licence'], answers: ['area'] });
const lamp = planStep('lamp', { needs: ['sign'] });
const tax = planStep('tax', { answers: ['area'] });

const started = (steps: readonly PlanStep[] = [licence, sign, lamp, tax], more = {}) => {
  const scenario = new Scenario(planOf(steps, more));
  scenario.submit({ area: 40 });
  return scenario;
};
const all = (scenario: Scenario, ...steps: readonly string[]) => steps.forEach((step) => scenario.grant(step));

describe('a grant that is revoked', () => {
  test('takes what rests on it: what is under way is cancelled, what was granted is taken back, the rest stays', () => {
    const scenario = started();
    all(scenario, 'licence', 'tax', 'sign');
    expect(said(scenario.hear('licence', revoked))).toEqual([
      'StepCorrected licence',
      'StepUndoRequested sign',
      'StepCancellationRequested lamp',
    ]);
    expect(scenario.statuses()).toEqual({
      licence: 'refused',
      sign: 'compensating',
      lamp: 'requested',
      tax: 'granted',
    });
    scenario.hear('sign', { type: 'undone' });
    scenario.hear('lamp', { type: 'cancelled' });
    expect(scenario.endings()).toEqual(['partly-granted']);
  });

  test('after the end opens it again until all that rests on it is taken back, and it ends as it is then', () => {
    const scenario = started([licence, sign]);
    all(scenario, 'licence', 'sign');
    expect(scenario.endings()).toEqual(['completed']);
    scenario.hear('licence', revoked);
    expect(scenario.state).toMatchObject({ ending: null, endedAt: null });
    scenario.hear('sign', { type: 'undone' });
    expect(scenario.endings()).toEqual(['completed', 'refused']);
    expect(scenario.state.timeline.find(({ what: line }) => line === 'revoked')).toMatchObject({
      step: 'licence',
      detail: 'facts-wrong',
    });
  });

  test('leaves what can be without it', () => {
    const scenario = started([planStep('licence', { onRefusal: 'go-on' }), sign]);
    all(scenario, 'licence', 'sign');
    expect(said(scenario.hear('licence', revoked))).toEqual(['StepCorrected licence', 'ApplicationEnded']);
    expect(scenario.statuses()).toEqual({ licence: 'refused', sign: 'granted' });
  });

  test('undoes the whole application where the package says so', () => {
    const scenario = started([planStep('licence', { onRefusal: 'compensate' }), tax]);
    all(scenario, 'licence', 'tax');
    expect(said(scenario.hear('licence', revoked))).toEqual(['StepCorrected licence', 'StepUndoRequested tax']);
  });

  test('while it is to be taken back anyway, is taken back by that', () => {
    const scenario = started([licence], { withdrawal: 'compensate' });
    scenario.grant('licence');
    const open = started([licence, tax], { withdrawal: 'compensate' });
    open.grant('licence');
    open.when({ type: 'WithdrawApplication', reason: 'changed-my-mind' });
    expect(open.statuses()).toMatchObject({ licence: 'compensating' });
    expect(said(open.hear('licence', revoked))).toEqual(['StepUndone licence']);
    expect(said(open.hear('licence', { type: 'undone' }))).toEqual([]);
  });
});

describe('a refusal that becomes a grant', () => {
  test('sets going what was held back while the application is under way', () => {
    const scenario = started();
    scenario.refuse('licence');
    expect(scenario.statuses()).toMatchObject({ sign: 'stopped', lamp: 'stopped', tax: 'requested' });
    // Its answers are kept only while something may need them.
    expect(scenario.state.answers).toEqual({});
    scenario.hear('licence', regranted);
    expect(scenario.statuses()).toMatchObject({ licence: 'granted', sign: 'stopped', lamp: 'stopped' });
  });

  test('sets it going with the answers, where they are still there', () => {
    const late = planStep('late', { needs: ['tax'], answers: ['area'] });
    const scenario = started([licence, sign, tax, late]);
    scenario.refuse('licence');
    expect(scenario.state.answers).toEqual({ area: 40 });
    expect(said(scenario.hear('licence', regranted))).toEqual([
      'StepRevived sign',
      'StepCorrected licence',
      'StepRequested sign',
    ]);
  });

  test('after the end grants this step and restarts nothing; the end says so', () => {
    const scenario = started([licence, sign]);
    scenario.refuse('licence');
    expect(scenario.endings()).toEqual(['refused']);
    expect(said(scenario.hear('licence', regranted))).toEqual(['StepCorrected licence', 'ApplicationEnded']);
    expect(scenario.statuses()).toEqual({ licence: 'granted', sign: 'stopped' });
    expect(scenario.endings()).toEqual(['refused', 'partly-granted']);
  });

  test('of what was withdrawn is taken back at once', () => {
    const scenario = started([licence, tax]);
    scenario.refuse('licence');
    scenario.when({ type: 'WithdrawApplication', reason: 'changed-my-mind' });
    scenario.hear('tax', { type: 'cancelled' });
    expect(said(scenario.hear('licence', regranted))).toEqual(['StepCorrected licence', 'StepUndoRequested licence']);
    scenario.hear('licence', { type: 'undone' });
    expect(scenario.endings()).toEqual(['withdrawn', 'withdrawn']);
  });

  test('crossing the wish for a person’s look answers it, and what is said of that afterwards changes nothing', () => {
    const scenario = started([licence, sign]);
    scenario.refuse('licence', 'no', 'rule');
    scenario.when({ type: 'RaiseObjection', step: 'licence', objection: 'OB1' });
    scenario.hear('licence', regranted);
    expect(scenario.statuses()).toEqual({ licence: 'granted', sign: 'requested' });
    scenario.progress('licence', { status: 'objection-dismissed', reason: 'no-review-open' });
    expect(scenario.statuses()).toEqual({ licence: 'granted', sign: 'requested' });
  });
});

test('what an operator has settled does not change; a grant beside it is taken back', () => {
  const scenario = started([licence]);
  scenario.wakeUntil(inDays(12));
  scenario.takeOver({
    ...{ type: 'TakeOverStep', step: 'licence', outcome: 'refused', reason: 'by-hand', operator: 'op', facts: {} },
  });
  expect(said(scenario.hear('licence', regranted))).toEqual(['StepUndoRequested licence']);
});

test('another amount changes what the step says, and nothing else', () => {
  const scenario = started([licence, sign]);
  all(scenario, 'licence', 'sign');
  expect(said(scenario.hear('licence', changed))).toEqual(['StepCorrected licence']);
  expect(applicationView(scenario.state, scenario.plan, 1).steps[0]).toMatchObject({
    status: 'granted',
    facts: { amountCents: 30_000 },
    decidedBy: 'officer',
    correction: { at: inDays(5), error: 'facts-wrong', was: 'granted' },
  });
  expect(scenario.endings()).toEqual(['completed']);
});
