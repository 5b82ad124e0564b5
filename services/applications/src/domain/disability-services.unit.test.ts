import { cataloguedPlan, said, Scenario } from '../../test/scenario';

const WANTED = {
  wantsLivingSubsidy: true,
  wantsNursingSubsidy: true,
  wantsWork: true,
  wantsPensionPremium: true,
  wantsHomeAdaptation: true,
};
const ANSWERS = {
  ...WANTED,
  ...{ certificateFor: 'new', holderBornOn: '1990-04-01', disabilityKind: 'sight', assessmentHospital: '市第一医院' },
  ...{ reason: '未就业', ownerConsent: true, touchesStructure: false },
};
const NOTHING = Object.fromEntries(Object.keys(WANTED).map((name) => [name, false]));
const applied = (answers: object = {}): Scenario => {
  const scenario = new Scenario(cataloguedPlan('disability-services'));
  scenario.submit({ ...ANSWERS, ...answers });
  return scenario;
};
const rest = ['living', 'nursing', 'job-help', 'pension-premium', 'home-adaptation'];

// areas.md §8 P4.
describe('残疾人服务 living with a disability', () => {
  test('first the certificate, then all the rest side by side', () => {
    expect(said(applied().grant('certificate', { grade: 2 }))).toEqual([
      'StepFinished certificate',
      ...rest.map((step) => `StepRequested ${step}`),
    ]);
  });

  test('at grade 3 what is for the severely disabled is not needed', () => {
    const scenario = applied();
    scenario.grant('certificate', { grade: 3 });
    expect(scenario.statuses()).toMatchObject({
      ...{ living: 'requested', nursing: 'not-needed', 'pension-premium': 'not-needed', 'job-help': 'requested' },
    });
  });

  test('refused, nothing else begins', () => {
    const scenario = applied();
    scenario.refuse('certificate');
    expect(scenario.statuses()).toMatchObject(Object.fromEntries(rest.map((step) => [step, 'not-needed'])));
    expect(scenario.endings()).toEqual(['refused']);
  });

  test('a certificate that is there already is skipped, and its department says the grade', () => {
    const scenario = applied({ certificateFor: 'held' });
    expect(scenario.statuses()).toMatchObject({
      certificate: 'not-needed',
      ...Object.fromEntries(rest.map((step) => [step, 'requested'])),
    });
  });

  test.each(rest)('%s refused stops nothing else and takes nothing back', (step) => {
    const scenario = applied();
    scenario.grant('certificate', { grade: 1 });
    scenario.refuse(step);
    for (const other of rest) if (other !== step) scenario.grant(other);
    expect(scenario.endings()).toEqual(['partly-granted']);
    expect(scenario.statuses()).toMatchObject({ certificate: 'granted' });
  });

  test('only what is wanted is asked for', () => {
    const scenario = applied(NOTHING);
    scenario.grant('certificate', { grade: 1 });
    expect(scenario.endings()).toEqual(['completed']);
  });

  test('hospital and the wish to work are asked once, and go where they are needed', () => {
    const scenario = applied();
    scenario.grant('certificate', { grade: 1 });
    const asked = scenario.told.flatMap((e) => (e.type === 'StepRequested' ? [[e.step, e.answers]] : []));
    const { certificateFor, holderBornOn, disabilityKind, assessmentHospital } = ANSWERS;
    expect(Object.fromEntries(asked)).toEqual({
      certificate: { certificateFor, holderBornOn, disabilityKind, assessmentHospital },
      living: {},
      nursing: {},
      'job-help': { reason: '未就业' },
      'pension-premium': {},
      'home-adaptation': { ownerConsent: true, touchesStructure: false },
    });
  });
});
