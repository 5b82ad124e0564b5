import { inDays, planOf, planStep, said, Scenario } from '../../test/scenario';
import { applicationView } from './view';

const byRule = {
  type: 'finished',
  outcome: 'refused',
  reason: 'structure-touched',
  facts: {},
  grounds: [],
  decidedBy: 'rule',
} as const;
const byOfficer = { ...byRule, decidedBy: 'officer' } as const;
const granted = { ...byOfficer, outcome: 'granted', reason: 'conditions-met' } as const;
const ask = { type: 'RaiseObjection', step: 'permit', objection: 'OB1' } as const;

/** A permit, and a works and a sign that need it. */
const refused = (news: typeof byRule | typeof byOfficer = byRule, more = {}) => {
  const scenario = new Scenario(
    planOf([
      planStep('permit', { answers: ['area'], ...more }),
      planStep('works', { needs: ['permit'], answers: ['area'] }),
      planStep('sign', { needs: ['works'] }),
    ]),
  );
  scenario.submit({ area: 40 });
  scenario.hear('permit', { ...news, at: inDays(1) });
  return scenario;
};
const viewOf = (scenario: Scenario) => applicationView(scenario.state, scenario.plan, 1);

describe('a refusal by a rule alone', () => {
  test('says that a rule decided, and until when a person can be asked to look at it', () => {
    expect(viewOf(refused()).steps[0]).toMatchObject({
      status: 'refused',
      decidedBy: 'rule',
      reviewBy: inDays(61),
      reviewed: false,
    });
  });

  test('is open again once objected to: the department is asked, the application goes on', () => {
    const scenario = refused();
    expect(scenario.endings()).toEqual(['refused']);
    scenario.now = inDays(3);
    expect(scenario.when(ask)).toMatchObject([
      { type: 'ObjectionRaised', objection: 'OB1', review: { dueAt: inDays(13) } },
    ]);
    expect(scenario.state).toMatchObject({ ending: null, endedAt: null });
    expect(viewOf(scenario)).toMatchObject({
      status: 'in-progress',
      endedAt: undefined,
      steps: [{ status: 'requested', reason: 'structure-touched', reviewed: true, reviewBy: undefined }, {}, {}],
    });
    expect(scenario.state.timeline.at(-1)).toMatchObject({ what: 'review-asked', step: 'permit' });
  });

  test('granted by the person, everything held back because of it goes on with the answers it needs', () => {
    const scenario = refused();
    scenario.when(ask);
    scenario.progress('permit', { status: 'accepted', at: inDays(4), statutoryAt: inDays(20) });
    expect(viewOf(scenario).steps[0]).toMatchObject({ status: 'accepted', reviewed: true });
    expect(said(scenario.hear('permit', granted))).toEqual([
      'StepRevived works',
      'StepRevived sign',
      'StepFinished permit',
      'StepRequested works',
    ]);
    expect(scenario.told.at(-1)).toMatchObject({ answers: { area: 40 }, earlier: { permit: { outcome: 'granted' } } });
    scenario.grant('works');
    scenario.grant('sign');
    expect(scenario.endings()).toEqual(['refused', 'completed']);
    expect(scenario.state.answers).toEqual({});
  });

  test('refused again by the person, it is refused for good', () => {
    const scenario = refused();
    scenario.when(ask);
    expect(said(scenario.hear('permit', byOfficer))).toEqual(['StepFinished permit', 'ApplicationEnded']);
    expect(viewOf(scenario).steps[0]).toMatchObject({ status: 'refused', decidedBy: 'officer', reviewBy: undefined });
    expect(scenario.when({ ...ask, objection: 'OB2' })).toMatchObject({ refused: 'step-not-open' });
    expect(scenario.state.answers).toEqual({});
  });

  test('stands when its department does not look at it, as one of an earlier release', () => {
    const scenario = refused();
    scenario.when(ask);
    expect(said(scenario.progress('permit', { status: 'objection-dismissed', reason: 'no-notice-open' }))).toEqual([
      'StepProgressed permit',
      'ApplicationEnded',
    ]);
    expect(viewOf(scenario)).toMatchObject({
      status: 'refused',
      steps: [{ status: 'refused', reviewBy: inDays(61) }, {}, {}],
    });
  });

  test('is looked at within 60 days; what was kept for it goes then', () => {
    const scenario = refused();
    expect(scenario.state.answers).toEqual({ area: 40 });
    scenario.wakeUntil(inDays(62));
    expect(scenario.state.answers).toEqual({});
    expect(scenario.when(ask)).toMatchObject({ refused: 'step-not-open' });
    const nothingKept = refused();
    nothingKept.now = inDays(61.5);
    expect(nothingKept.when(ask)).toMatchObject({ refused: 'review-too-late' });
  });

  test('nobody looks at it after the withdrawal, and a withdrawal ends the look', () => {
    const scenario = refused();
    scenario.when(ask);
    expect(said(scenario.when({ type: 'WithdrawApplication', reason: 'moved away' }))).toEqual([
      'ApplicationWithdrawn',
      'StepCancellationRequested permit',
    ]);
    scenario.hear('permit', { type: 'cancelled' });
    expect(scenario.endings()).toEqual(['refused', 'withdrawn']);
    expect(scenario.when({ ...ask, objection: 'OB2' })).toMatchObject({ refused: 'step-not-open' });
  });

  test('an operator who answers in the department’s stead sets going what was held back', () => {
    const scenario = refused();
    scenario.when(ask);
    scenario.wakeUntil(inDays(30));
    expect(viewOf(scenario).status).toBe('needs-operator');
    const takeOver = { type: 'TakeOverStep', step: 'permit', reason: 'checked', operator: 'op', facts: {} } as const;
    scenario.when({ ...takeOver, outcome: 'granted' });
    scenario.when({ type: 'AnswerTakeOver', step: 'permit', operator: 'op-2', approve: true });
    expect(scenario.statuses()).toEqual({ permit: 'granted', works: 'requested', sign: 'waiting' });
  });
});

test('what a person refused has its own remedies: nobody looks at it again', () => {
  const scenario = refused(byOfficer);
  expect(scenario.when(ask)).toMatchObject({ refused: 'step-not-open' });
  expect(scenario.state.answers).toEqual({});
});
