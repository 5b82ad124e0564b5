import { cataloguedPlan, said, Scenario } from '../../test/scenario';

const ANSWERS = { reason: 'contract-ended', savingsCents: 500_000, premisesArea: 40 };
const shop = (answers = ANSWERS): Scenario => {
  const scenario = new Scenario(cataloguedPlan('open-small-shop'));
  scenario.submit(answers);
  return scenario;
};

describe('失业再就业开小店 opening a small shop', () => {
  test('three departments begin at once, each with its own answers only', () => {
    const scenario = new Scenario(cataloguedPlan('open-small-shop'));
    expect(said(scenario.submit(ANSWERS))).toEqual([
      'ApplicationSubmitted',
      'StepRequested registration',
      'StepRequested course',
      'StepRequested relief',
    ]);
    expect(scenario.told.flatMap((e) => (e.type === 'StepRequested' ? [e.answers] : []))).toEqual([
      { reason: 'contract-ended' },
      {},
      {},
    ]);
  });

  test('of its three departments only the one that asks the register by duty is to prove whose case it is', () => {
    const byDuty = shop().told.flatMap((e) => (e.type === 'StepRequested' && 'byDuty' in e ? [e.step] : []));
    expect(byDuty).toEqual(['relief']);
  });

  test('savings at the limit need no relief', () => {
    const scenario = new Scenario(cataloguedPlan('open-small-shop'));
    scenario.submit({ ...ANSWERS, savingsCents: 2_000_000 });
    expect(scenario.told).toContainEqual(
      expect.objectContaining({ type: 'StepNotNeeded', step: 'relief', why: 'savingsCents < 2000000' }),
    );
  });

  test('the licence waits for the course, the sign for the licence and hears of it', () => {
    const scenario = shop();
    expect(said(scenario.grant('registration'))).toEqual(['StepFinished registration']);
    expect(said(scenario.grant('course', { seat: 1 }))).toEqual(['StepFinished course', 'StepRequested licence']);
    expect(scenario.grant('licence', { permitNumber: 'FB-1' })).toContainEqual(
      expect.objectContaining({
        type: 'StepRequested',
        step: 'sign',
        earlier: { licence: { outcome: 'granted', permitNumber: 'FB-1' } },
      }),
    );
    scenario.grant('relief');
    expect(said(scenario.grant('sign'))).toEqual(['StepFinished sign', 'ApplicationEnded']);
    expect(scenario.state.ending).toBe('completed');
  });

  test('a refused licence frees the sign, what was granted stays: partly granted', () => {
    const scenario = shop();
    for (const step of ['registration', 'course', 'relief']) scenario.grant(step);
    expect(said(scenario.refuse('licence'))).toEqual(['StepFinished licence', 'StepStopped sign', 'ApplicationEnded']);
    expect(scenario.statuses()).toEqual({
      registration: 'granted',
      course: 'granted',
      relief: 'granted',
      licence: 'refused',
      sign: 'stopped',
    });
    expect(scenario.endings()).toEqual(['partly-granted']);
  });

  test('a full course stops licence and sign', () => {
    const scenario = shop();
    expect(said(scenario.refuse('course', 'course-full'))).toEqual([
      'StepFinished course',
      'StepStopped licence',
      'StepStopped sign',
    ]);
  });

  test('everything refused is refused', () => {
    const scenario = shop();
    for (const step of ['registration', 'course', 'relief']) scenario.refuse(step);
    expect(scenario.endings()).toEqual(['refused']);
  });

  test('answers are forgotten once no step can need them any more', () => {
    const scenario = shop();
    expect(scenario.state.answers).toEqual(ANSWERS);
    scenario.grant('course');
    scenario.refuse('licence');
    expect(scenario.state.answers).toEqual({});
  });
});
