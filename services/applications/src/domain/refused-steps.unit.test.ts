import { planOf, planStep, said, Scenario } from '../../test/scenario';

describe('what follows when a step is refused', () => {
  test('go-on: what needs it begins all the same, and hears of the refusal', () => {
    const scenario = new Scenario(planOf([planStep('a', { onRefusal: 'go-on' }), planStep('b', { needs: ['a'] })]));
    scenario.submit();
    expect(scenario.refuse('a')).toContainEqual(
      expect.objectContaining({ type: 'StepRequested', step: 'b', earlier: { a: { outcome: 'refused' } } }),
    );
    scenario.grant('b');
    expect(scenario.endings()).toEqual(['partly-granted']);
  });

  test('compensate: what was granted goes back, what is under way is cancelled, nothing new begins', () => {
    const scenario = new Scenario(
      planOf([
        planStep('a'),
        planStep('b'),
        planStep('c', { onRefusal: 'compensate' }),
        planStep('d', { needs: ['b'] }),
      ]),
    );
    scenario.submit();
    scenario.grant('a');
    expect(said(scenario.refuse('c'))).toEqual([
      'StepFinished c',
      'StepUndoRequested a',
      'StepCancellationRequested b',
      'StepStopped d',
    ]);
    scenario.grant('b');
    scenario.hear('a', { type: 'undone' });
    expect(scenario.endings()).toEqual([]);
    scenario.hear('b', { type: 'undone' });
    expect(scenario.statuses()).toEqual({ a: 'compensated', b: 'compensated', c: 'refused', d: 'stopped' });
    expect(scenario.endings()).toEqual(['refused']);
  });

  test('stop goes down the graph, past a step that was not needed', () => {
    const never = () => ({ holds: false, why: 'never' });
    const scenario = new Scenario(
      planOf([planStep('a', { when: never }), planStep('b', { needs: ['a'] }), planStep('c', { needs: ['b'] })]),
    );
    scenario.submit();
    expect(scenario.statuses()).toEqual({ a: 'not-needed', b: 'stopped', c: 'stopped' });
    expect(scenario.endings()).toEqual(['refused']);
  });

  test('a department that lets go of a step by itself has not granted it', () => {
    const scenario = new Scenario(planOf([planStep('a'), planStep('b', { needs: ['a'] })]));
    scenario.submit();
    expect(said(scenario.hear('a', { type: 'cancelled' }))).toEqual([
      'StepCancelled a',
      'StepStopped b',
      'ApplicationEnded',
    ]);
    expect(scenario.endings()).toEqual(['refused']);
  });

  test('a plan may list a step before the one it needs', () => {
    const scenario = new Scenario(planOf([planStep('late', { needs: ['early'] }), planStep('early')]));
    scenario.submit();
    scenario.grant('early');
    expect(scenario.statuses()).toEqual({ late: 'requested', early: 'granted' });
  });
});
