import { cataloguedPlan, said, Scenario } from '../../test/scenario';

const WORKER = { bornOn: '1966-01-15', retirementGroup: 'man' };
const ANSWERS = {
  ...WORKER,
  onlyChildUnderAge: false,
  retiresOn: '2026-05-01',
  hasDeemedYears: false,
};
const retiring = (answers: object = {}): Scenario => {
  const scenario = new Scenario(cataloguedPlan('retirement'));
  scenario.submit({ ...ANSWERS, ...answers });
  return scenario;
};

describe('退休 retirement', () => {
  test('the pension waits for the age; without a certificate nothing is asked of health', () => {
    const scenario = retiring();
    expect(scenario.statuses()).toMatchObject({ 'only-child': 'not-needed' });
    expect(said(scenario.grant('age-check'))).toEqual(['StepFinished age-check', 'StepRequested pension']);
    expect(said(scenario.grant('pension'))).toEqual(['StepFinished pension', 'ApplicationEnded']);
    expect(scenario.state.ending).toBe('completed');
  });

  test('each question is asked once, and goes to each step that needs it', () => {
    const scenario = retiring();
    scenario.grant('age-check');
    const asked = scenario.told.flatMap((e) => (e.type === 'StepRequested' ? [[e.step, e.answers]] : []));
    expect(Object.fromEntries(asked)).toEqual({
      'age-check': WORKER,
      pension: { ...WORKER, retiresOn: '2026-05-01', hasDeemedYears: false },
    });
  });

  test('too early, the pension stops; the aid for an only child goes on', () => {
    const scenario = retiring({
      onlyChildUnderAge: true,
      certifiedOn: '2015-03-10',
      childBornOn: '2014-06-20',
      holders: 1,
    });
    expect(said(scenario.refuse('age-check'))).toContain('StepStopped pension');
    scenario.grant('only-child');
    expect(scenario.endings()).toEqual(['partly-granted']);
  });

  test('a refused pension takes nothing else back', () => {
    const scenario = retiring({
      onlyChildUnderAge: true,
      certifiedOn: '2015-03-10',
      childBornOn: '2014-06-20',
      holders: 1,
    });
    scenario.grant('only-child');
    scenario.grant('age-check');
    expect(said(scenario.refuse('pension'))).toEqual(['StepFinished pension', 'ApplicationEnded']);
    expect(scenario.statuses()).toMatchObject({ 'only-child': 'granted', pension: 'refused' });
  });
});
