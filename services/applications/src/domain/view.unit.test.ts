import type { applications } from '@lianban/protos';
import { inDays, planOf, planStep, Scenario } from '../../test/scenario';
import { TIMELINE_LIMIT } from './timeline';
import { applicationView } from './view';

const two = (): Scenario => {
  const scenario = new Scenario(planOf([planStep('a'), planStep('b', { needs: ['a'] })]));
  scenario.submit();
  return scenario;
};
const view = ({ state, plan }: Scenario): applications.v1.Application => applicationView(state, plan, 3);

describe('what people see', () => {
  test('who has a step, since when, until when, and what is asked of whom', () => {
    const scenario = two();
    scenario.progress('a', { status: 'accepted', at: inDays(1), promisedAt: inDays(5), statutoryAt: inDays(9) });
    const missing = [{ code: 'plan', note: 'A plan.' }];
    scenario.progress('a', { status: 'supplement', at: inDays(2), missing, answerBy: inDays(6) });
    const seen = view(scenario);
    expect(seen.status).toBe('waiting-for-you');
    expect(seen.steps[0]).toMatchObject({
      id: 'a',
      status: 'supplement',
      missing,
      promisedAt: inDays(5),
      dueAt: inDays(9),
    });
    expect(seen.steps[1]).toMatchObject({ id: 'b', status: 'waiting', needs: ['a'], facts: {}, grounds: [] });
    expect(seen.timeline.map(({ what, step }) => `${what} ${step}`)).toEqual([
      'submitted ',
      'requested a',
      'accepted a',
      'supplement-requested a',
    ]);
    expect(seen.timeline[3]).toMatchObject({ department: 'department-of-a', detail: 'plan', until: inDays(6) });
  });

  test('in progress, with an operator, ended', () => {
    const scenario = two();
    expect(view(scenario)).toMatchObject({ status: 'in-progress', endedAt: undefined, version: 3 });
    scenario.wakeUntil(inDays(11));
    expect(view(scenario)).toMatchObject({ status: 'needs-operator', endedAt: undefined });
    scenario.refuse('a');
    expect(view(scenario)).toMatchObject({ status: 'refused', endedAt: inDays(11) });
  });

  test('grounds and facts of a decision', () => {
    const scenario = two();
    const grounds = [{ code: 'c', facts: { line: '1' }, rule: 'r', version: '1', explanation: 'because', met: true }];
    scenario.hear('a', { type: 'finished', outcome: 'granted', reason: 'ok', facts: { level: 2 }, grounds });
    expect(view(scenario).steps[0]).toMatchObject({ status: 'granted', reason: 'ok', facts: { level: 2 }, grounds });
  });

  test('the timeline is bounded and keeps its beginning', () => {
    const scenario = two();
    for (let day = 1; day <= 2 * TIMELINE_LIMIT; day += 1)
      scenario.progress('a', { status: 'extended', at: inDays(day), days: 1, reason: 'again' });
    expect(scenario.state.timeline).toHaveLength(TIMELINE_LIMIT);
    expect(scenario.state.timeline[0]?.what).toBe('submitted');
    expect(scenario.state.timeline.at(-1)?.at).toEqual(inDays(2 * TIMELINE_LIMIT));
  });
});
