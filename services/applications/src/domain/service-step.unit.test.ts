import type { ServiceProgress } from '@lianban/steps';
import { inDays, planOf, planStep, progressed, said, Scenario, serviceStep } from '../../test/scenario';
import { stepOf } from './application';
import { applicationView } from './view';

const shop = (more: Parameters<typeof planOf>[1] = {}): Scenario => {
  const scenario = new Scenario(
    planOf(
      [
        planStep('inspection'),
        serviceStep('fee', 'payment', { needs: ['inspection'] }),
        planStep('licence', { needs: ['fee'], onRefusal: 'compensate' }),
        serviceStep('certificate', 'document', { needs: ['licence'] }),
      ],
      more,
    ),
  );
  scenario.submit();
  return scenario;
};
const payable: ServiceProgress = {
  ...{ kind: 'payment', status: 'payable', until: inDays(7), shown: { payment: { amountCents: 12_000 } } },
};
const tell = (scenario: Scenario, progress: ServiceProgress, day: number) =>
  scenario.hear('fee', { type: 'progressed', at: inDays(day), progress });
const pay = (scenario: Scenario) => scenario.grant('fee', { amountCents: 12_000 });
const viewOf = (scenario: Scenario) => applicationView(scenario.state, scenario.plan, 1);

describe('a payment between two decisions', () => {
  test('is asked for, is told of, and lets the package go on with what it found', () => {
    const scenario = shop();
    expect(said(scenario.grant('inspection'))).toEqual(['StepFinished inspection', 'StepRequested fee']);
    expect(said(tell(scenario, payable, 1))).toEqual(['StepProgressed fee']);
    expect(scenario.state.steps['fee']).toMatchObject({ status: 'payable', asked: 'decision', until: inDays(7) });
    tell(scenario, { kind: 'payment', status: 'processing' }, 2);
    expect(scenario.state.steps['fee']).toMatchObject({ status: 'processing', shown: payable.shown });
    expect(scenario.state.steps['fee']).not.toHaveProperty('until');
    expect(said(pay(scenario))).toEqual(['StepFinished fee', 'StepRequested licence']);
    expect(scenario.told.at(-1)).toMatchObject({ earlier: { fee: { outcome: 'granted', amountCents: 12_000 } } });
  });

  test('is shown with its kind, its amount, and until when; while it can be paid, the resident is waited for', () => {
    const scenario = shop();
    scenario.grant('inspection');
    tell(scenario, payable, 1);
    const { status, steps, timeline } = viewOf(scenario);
    expect(status).toBe('waiting-for-you');
    expect(steps[1]).toMatchObject({
      kind: 'payment',
      status: 'payable',
      until: inDays(7),
      payment: { amountCents: 12_000 },
    });
    expect(steps[0]).toMatchObject({
      kind: 'decision',
      payment: undefined,
      document: undefined,
      appointment: undefined,
    });
    expect(timeline.at(-1)).toMatchObject({ what: 'payable', step: 'fee', until: inDays(7) });
  });

  test('a state stored by a former release is one of decisions', () => {
    const scenario = shop();
    expect(JSON.stringify(scenario.state)).not.toContain('kind');
    expect(viewOf(scenario).steps.map(({ kind }) => kind)).toEqual(['decision', 'payment', 'decision', 'document']);
  });

  test('repeated and outdated news change nothing', () => {
    const scenario = shop();
    scenario.grant('inspection');
    tell(scenario, payable, 3);
    expect(tell(scenario, payable, 3)).toEqual([]);
    expect(tell(scenario, { kind: 'payment', status: 'processing' }, 2)).toEqual([]);
    pay(scenario);
    expect(pay(scenario)).toEqual([]);
    expect(tell(scenario, payable, 9)).toEqual([]);
  });

  test('progress of another kind is not believed', () => {
    const scenario = shop();
    scenario.grant('inspection');
    expect(tell(scenario, { kind: 'booking', status: 'offered' }, 1)).toMatchObject({
      refused: 'not-its-kind',
      disbelieved: true,
    });
    expect(scenario.hear('fee', progressed({ status: 'accepted', at: inDays(1) }))).toMatchObject({
      refused: 'not-its-kind',
    });
    expect(scenario.state.steps['fee']).toMatchObject({ status: 'requested' });
  });
});

describe('when a payment is not wanted any more', () => {
  test('a withdrawal cancels it, and one that was paid all the same is undone', () => {
    const scenario = shop();
    scenario.grant('inspection');
    tell(scenario, payable, 1);
    expect(said(scenario.when({ type: 'WithdrawApplication', reason: 'later' }))).toContain(
      'StepCancellationRequested fee',
    );
    expect(stepOf(scenario.state, 'fee')).toMatchObject({ status: 'requested', asked: 'cancellation' });
    expect(said(pay(scenario))).toEqual(['StepFinished fee', 'StepUndoRequested fee']);
    scenario.hear('fee', { type: 'undone' });
    expect(scenario.statuses()).toMatchObject({ fee: 'compensated' });
    expect(scenario.endings()).toEqual(['withdrawn']);
  });

  test('one that is cancelled in time holds nothing; paid later it is undone', () => {
    const scenario = shop();
    scenario.grant('inspection');
    scenario.when({ type: 'WithdrawApplication', reason: 'later' });
    expect(said(scenario.hear('fee', { type: 'cancelled' }))).toEqual(['StepCancelled fee', 'ApplicationEnded']);
    expect(said(pay(scenario))).toEqual(['StepUndoRequested fee']);
  });

  test('a later refusal undoes it where the package says so', () => {
    const scenario = shop();
    scenario.grant('inspection');
    pay(scenario);
    expect(said(scenario.refuse('licence'))).toEqual([
      'StepFinished licence',
      'StepUndoRequested inspection',
      'StepUndoRequested fee',
      'StepStopped certificate',
    ]);
    scenario.hear('inspection', { type: 'undone' });
    scenario.hear('fee', { type: 'undone' });
    expect(scenario.endings()).toEqual(['refused']);
  });
});

describe('the deadline of a payment', () => {
  test('is the date it named and the grace of the package; then an operator may answer', () => {
    const scenario = shop();
    scenario.grant('inspection');
    tell(scenario, payable, 1);
    expect(scenario.state.steps['fee']?.dueAt).toEqual(inDays(10));
    scenario.wakeUntil(inDays(11));
    expect(scenario.state.timeline.at(-2)).toMatchObject({ what: 'needs-operator', detail: 'payment-overdue' });
    const takeOver = { type: 'TakeOverStep', step: 'fee', reason: 'paid-in-cash', operator: 'op' } as const;
    expect(said(scenario.takeOver({ ...takeOver, outcome: 'granted', facts: { amountCents: 12_000 } }))).toEqual([
      'StepTakenOver fee',
      'StepRequested licence',
    ]);
  });
});

test('nobody objects to a payment, and nothing is handed in for it', () => {
  const scenario = shop();
  scenario.grant('inspection');
  expect(scenario.when({ type: 'RaiseObjection', step: 'fee', objection: 'OBJ' })).toMatchObject({
    refused: 'not-a-decision',
  });
  expect(scenario.when({ type: 'ProvideSupplement', step: 'fee', answers: {}, materials: [] })).toMatchObject({
    refused: 'no-supplement-asked',
  });
});
