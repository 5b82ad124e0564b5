import { cataloguedPlan, said, Scenario } from '../../test/scenario';

const WORKER = { bornOn: '1966-01-15', retirementGroup: 'man' };
const ANSWERS = {
  ...WORKER,
  onlyChildUnderAge: false,
  hasHousingFund: true,
  hasFundLoan: false,
  hasMedicalInsurance: true,
  retiresOn: '2026-05-01',
  hasDeemedYears: false,
};
const retiring = (answers: object = {}): Scenario => {
  const scenario = new Scenario(cataloguedPlan('retirement'));
  scenario.submit({ ...ANSWERS, ...answers });
  return scenario;
};

describe('退休 retirement', () => {
  test('pension and sealing wait for the age; what is left of the fund is paid after both', () => {
    const scenario = retiring();
    expect(said(scenario.grant('age-check'))).toEqual([
      'StepFinished age-check',
      'StepRequested fund-seal',
      'StepRequested pension',
    ]);
    scenario.grant('fund-seal');
    expect(said(scenario.grant('pension'))).toEqual([
      'StepFinished pension',
      'StepRequested medical-retire',
      'StepRequested fund-withdraw',
      'StepNotNeeded only-child',
    ]);
    scenario.grant('medical-retire');
    scenario.grant('fund-withdraw');
    expect(scenario.endings()).toEqual(['completed']);
  });

  test('without a fund, insurance and certificate there is the pension alone', () => {
    const scenario = retiring({ hasHousingFund: false, hasMedicalInsurance: false });
    scenario.grant('age-check');
    scenario.grant('pension');
    const notNeeded = { 'fund-seal': 'not-needed', 'medical-retire': 'not-needed', 'fund-withdraw': 'not-needed' };
    expect(scenario.statuses()).toMatchObject(notNeeded);
    expect(scenario.endings()).toEqual(['completed']);
  });

  test('each question is asked once, and goes to each step that needs it', () => {
    const scenario = retiring();
    scenario.grant('age-check');
    const asked = scenario.told.flatMap((e) => (e.type === 'StepRequested' ? [[e.step, e.answers]] : []));
    expect(Object.fromEntries(asked)).toEqual({
      'age-check': WORKER,
      'fund-seal': {},
      pension: { ...WORKER, retiresOn: '2026-05-01', hasDeemedYears: false },
    });
  });

  test('too early, all that needs the age stops', () => {
    const scenario = retiring();
    expect(said(scenario.refuse('age-check'))).toContain('StepStopped pension');
    expect(scenario.endings()).toEqual(['refused']);
  });

  test('a refused pension stops what hangs on it and opens the account again', () => {
    const scenario = retiring({ onlyChildUnderAge: true });
    scenario.grant('age-check');
    scenario.grant('fund-seal');
    expect(said(scenario.refuse('pension'))).toEqual([
      'StepFinished pension',
      'StepUndoRequested age-check',
      'StepUndoRequested fund-seal',
      'StepStopped medical-retire',
      'StepStopped fund-withdraw',
      'StepStopped only-child',
    ]);
  });
});
