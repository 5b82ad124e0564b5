import { cataloguedPlan, inDays, said, Scenario } from '../../test/scenario';

const care = (answers: Record<string, unknown> = {}): Scenario => {
  const scenario = new Scenario(cataloguedPlan('elderly-parent-care'));
  scenario.submit(answers);
  return scenario;
};

describe('家有老人需照护 an elderly parent needs care', () => {
  test('what nobody asked for is not needed', () => {
    const scenario = care();
    expect(scenario.statuses()).toEqual({
      assessment: 'requested',
      allowance: 'waiting',
      'minimum-living': 'not-needed',
      'home-adaptation': 'not-needed',
      'caregiver-course': 'not-needed',
    });
  });

  test('what was asked for begins beside the assessment', () => {
    const scenario = care({ wantsMinimumLiving: true, wantsHomeAdaptation: true, wantsCaregiverCourse: true });
    expect(Object.values(scenario.statuses())).toEqual(['requested', 'waiting', 'requested', 'requested', 'requested']);
  });

  test('level 2 asks for the allowance, and tells its department the level', () => {
    const scenario = care();
    expect(scenario.grant('assessment', { level: 2, score: 50 })).toContainEqual(
      expect.objectContaining({
        type: 'StepRequested',
        step: 'allowance',
        earlier: { assessment: { outcome: 'granted', level: 2, score: 50 } },
      }),
    );
    scenario.grant('allowance', { amountCents: 22_000 });
    expect(scenario.endings()).toEqual(['completed']);
  });

  test('level 1 needs no allowance, and the application is complete', () => {
    const scenario = care();
    expect(said(scenario.grant('assessment', { level: 1, score: 80 }))).toEqual([
      'StepFinished assessment',
      'StepNotNeeded allowance',
      'ApplicationEnded',
    ]);
    expect(scenario.state.ending).toBe('completed');
    expect(scenario.state.steps['allowance']).toEqual({ status: 'not-needed', reason: 'assessment.level >= 2' });
  });

  test('a level an operator says in the department’s stead counts like the department’s', () => {
    const scenario = care();
    scenario.wakeUntil(inDays(40));
    const decision = {
      outcome: 'granted',
      reason: 'assessed-on-paper',
      operator: 'op-1',
      facts: { level: 3 },
    } as const;
    const events = scenario.takeOver({ type: 'TakeOverStep', step: 'assessment', ...decision });
    expect(events).toContainEqual(
      expect.objectContaining({ step: 'allowance', earlier: { assessment: { outcome: 'granted', level: 3 } } }),
    );
    expect(scenario.state.steps['assessment']).toMatchObject({ facts: { level: 3 }, takenOverBy: 'op-1' });
  });

  test('an assessment without a level counts as not met, and says what is unknown', () => {
    const scenario = care();
    scenario.grant('assessment', {});
    expect(scenario.state.steps['allowance']?.reason).toBe('assessment.level >= 2 (unknown: level)');
  });
});
