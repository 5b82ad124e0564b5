import { cataloguedPlan, said, Scenario } from '../../test/scenario';

const ANSWERS = {
  ...{ diedNaturally: true, wantsCremation: true, wasInsured: true, hadLicence: true, hadHousingFund: true },
  ...{ diedOn: '2026-02-20', diedAt: 'hospital', cremationAt: 'here' },
  ...{ deceasedName: '冯志强', diedOf: 'illness-or-off-work' },
};
const after = (answers: object = {}): Scenario => {
  const scenario = new Scenario(cataloguedPlan('after-death'));
  scenario.submit({ ...ANSWERS, ...answers });
  return scenario;
};
/** What the application said; a refusal is a mistake of the test. */
const heard = (events: Parameters<typeof said>[0]): readonly string[] => {
  const all = said(events);
  if ('refused' in all) throw new Error(all.detail);
  return all;
};
const payments = ['medical-account', 'pension-account', 'survivor', 'housing-fund'];
const ends = ['end-insurance', 'driving-licence', 'end-assistance', 'end-age', 'end-two-subsidies'];

// areas.md §8 P3.
describe('公民身后 after a death', () => {
  test('first the proof, then cremation and register, then all the rest side by side', () => {
    const scenario = after();
    expect(said(scenario.grant('death-proof'))).toEqual([
      'StepFinished death-proof',
      'StepRequested cremation',
      'StepRequested cancel-register',
    ]);
    expect(heard(scenario.grant('cancel-register')).toSorted()).toEqual(
      ['StepFinished cancel-register', ...[...payments, ...ends].map((step) => `StepRequested ${step}`)].toSorted(),
    );
  });

  test('of a death that was not natural the police write the proof, and the hospital is not asked', () => {
    const scenario = after({ diedNaturally: false });
    expect(scenario.statuses()).toMatchObject({ 'death-proof': 'not-needed', 'cancel-register': 'waiting' });
    expect(said(scenario.grant('police-proof'))).toContain('StepRequested cancel-register');
  });

  test('without a proof nothing ends', () => {
    const scenario = after();
    scenario.refuse('death-proof');
    expect(scenario.endings()).toEqual(['refused']);
    expect(scenario.statuses()).toMatchObject({ 'cancel-register': 'not-needed', 'end-age': 'stopped' });
  });

  test('only what there was is asked for; what was drawn ends by duty all the same', () => {
    const scenario = after({ wantsCremation: false, wasInsured: false, hadLicence: false, hadHousingFund: false });
    scenario.grant('death-proof');
    scenario.grant('cancel-register');
    expect(scenario.statuses()).toMatchObject({
      ...Object.fromEntries(['cremation', 'driving-licence', ...payments].map((step) => [step, 'not-needed'])),
      ...Object.fromEntries(ends.filter((step) => step !== 'driving-licence').map((step) => [step, 'requested'])),
    });
  });

  test.each([...payments, ...ends, 'cremation'])('%s refused stops nothing else', (step) => {
    const scenario = after();
    scenario.grant('death-proof');
    scenario.grant('cancel-register');
    const others = [...payments, ...ends, 'cremation'].filter((each) => each !== step);
    expect(heard(scenario.refuse(step)).filter((event) => !event.startsWith('StepFinished'))).toEqual([]);
    for (const other of others) scenario.grant(other);
    expect(scenario.endings()).toEqual(['partly-granted']);
  });

  test('each question is asked once', () => {
    const scenario = after();
    scenario.grant('death-proof');
    const asked = scenario.told.flatMap((e) => (e.type === 'StepRequested' ? [[e.step, e.answers]] : []));
    expect(Object.fromEntries(asked)).toMatchObject({
      'death-proof': { diedOn: '2026-02-20', diedAt: 'hospital' },
      'cancel-register': { diedOn: '2026-02-20' },
    });
  });
});
