import { inDays, planOf, planStep, Scenario } from '../../test/scenario';
import { hangingStepsOf } from './hanging';

const steps = [planStep('first'), planStep('second')];
const twoSteps = () => {
  const scenario = new Scenario(planOf(steps));
  scenario.submit();
  return scenario;
};
const hangingIn = ({ state }: Scenario) => hangingStepsOf(state, planOf(steps));

test('a step that waits for an operator is found with its reason, while another is under way', () => {
  const scenario = twoSteps();
  expect([hangingIn(scenario), scenario.state.hanging]).toEqual([[], undefined]);
  scenario.grant('second');
  scenario.wakeUntil(inDays(30));
  expect(scenario.state.hanging).toBe(true);
  expect(hangingIn(scenario)).toMatchObject([
    { step: 'first', asked: 'decision', reason: 'decision-overdue', since: inDays(10), takeOverAsk: undefined },
  ]);
});

test('with the ask another operator has to answer, and no more once somebody decided', () => {
  const scenario = twoSteps();
  scenario.grant('second');
  scenario.wakeUntil(inDays(30));
  const ask = { type: 'TakeOverStep', step: 'first', outcome: 'granted', reason: 'by hand', operator: 'op-1' } as const;
  scenario.when({ ...ask, facts: {} });
  expect(hangingIn(scenario)).toMatchObject([{ takeOverAsk: { askedBy: 'op-1', outcome: 'granted' } }]);
  scenario.grant('first');
  expect([hangingIn(scenario), 'hanging' in scenario.state]).toEqual([[], false]);
});
