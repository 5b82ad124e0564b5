import { isRefusal, chineseWorkingDays } from '@lianban/platform';
import { loadCatalogue } from '../catalogue';
import { noApplication, stepOf, type ApplicationState } from './application';
import type { ApplicationCommand } from './commands';
import { applicationDecider } from './decider';
import type { ApplicationEvent } from './events';

const decider = applicationDecider(loadCatalogue().plans, chineseWorkingDays);
const now = new Date('2026-03-02T01:00:00Z');
const consent = { department: 'social-assistance', purpose: 'minimum-living-allowance', version: '2026-1' };
const paper = { code: 'household-authorisation', grade: 'D', reference: 'upload-1' };
const reference = 'LB1.social-assistance.minimum-living-allowance';

class Case {
  state: ApplicationState = noApplication('LB1');
  events: readonly ApplicationEvent[] = [];

  do(command: ApplicationCommand): this {
    const decided = decider.decide(command, this.state, now);
    if (isRefusal(decided)) throw new Error(decided.refused);
    this.events = decided;
    this.state = decided.reduce(decider.evolve, this.state);
    return this;
  }

  get said(): readonly string[] {
    return this.events.map((event) => ('step' in event ? `${event.type} ${event.step}` : event.type));
  }

  get allowance(): string {
    return stepOf(this.state, 'minimum-living').status;
  }
}

const submitted = (more: object = {}) =>
  new Case().do({
    type: 'SubmitApplication',
    number: 'LB1',
    package: 'elderly-parent-care',
    version: 1,
    residentId: 'r-1',
    district: '410105',
    answers: { wantsMinimumLiving: true },
    materials: [],
    ...more,
  });
const settled = { type: 'SettleConsents', kept: true } as const;

describe('with a submission', () => {
  test('the step that rests on it waits until it is taken down; the others do not', () => {
    const of = submitted({ consents: [consent] });
    expect(of.said).toContain('StepRequested assessment');
    expect(of.said).not.toContain('StepRequested minimum-living');
    expect(of.events[0]).toMatchObject({ consents: [{ ...consent, form: 'on-site' }] });
    of.do(settled);
    expect(of.events).toMatchObject([
      { type: 'ConsentsSettled' },
      { type: 'StepRequested', step: 'minimum-living', materials: [{ ...paper, reference }] },
    ]);
    expect(of.do(settled).said).toEqual([]);
  });

  test('the paper that says the same is taken down as a consent, and travels as it is', () => {
    const of = submitted({ materials: [paper] });
    expect(of.events[0]).toMatchObject({ consents: [{ version: '', form: 'on-paper' }], materials: [paper] });
    expect(of.do(settled).events.at(-1)).toMatchObject({ materials: [paper] });
  });

  test('what could not be taken down holds nothing up: the department asks for it', () => {
    const of = submitted({ consents: [consent] }).do({ ...settled, kept: false });
    expect(of.said).toEqual(['ConsentsSettled', 'StepRequested minimum-living']);
  });

  test('without any, every step is asked for at once, and nothing is said of consents', () => {
    const of = submitted();
    expect(of.said).toContain('StepRequested minimum-living');
    expect(of.events[0]).not.toHaveProperty('consents');
    expect(of.state).not.toHaveProperty('consenting');
  });

  test('a withdrawal before it is taken down asks no department any more', () => {
    const of = submitted({ consents: [consent] }).do({ type: 'WithdrawApplication', reason: 'changed-plans' });
    expect(of.do(settled).said).toEqual(['ConsentsSettled']);
  });
});

describe('with a supplement', () => {
  const asked = () =>
    submitted().do({
      type: 'HeardSupplementRequested',
      step: 'minimum-living',
      department: 'social-assistance',
      missing: [{ code: paper.code, note: '' }],
    });
  const supplement = {
    type: 'ProvideSupplement',
    step: 'minimum-living',
    answers: {},
    materials: [],
    consents: [consent],
  } as const;

  test('the department hears of it when it is taken down, and finds the authorisation', () => {
    const of = asked().do(supplement);
    expect(of.said).toEqual(['ConsentsGiven minimum-living']);
    expect(of.allowance).toBe('requested');
    of.do({ ...settled, step: 'minimum-living' });
    expect(of.events).toMatchObject([{ type: 'SupplementProvided', materials: [{ ...paper, reference }] }]);
    expect(stepOf(of.state, 'minimum-living')).not.toHaveProperty('pending');
    expect(of.do({ ...settled, step: 'minimum-living' }).said).toEqual([]);
  });

  test('withdrawn meanwhile, nothing is handed on', () => {
    const of = asked().do(supplement).do({ type: 'WithdrawApplication', reason: 'changed-plans' });
    expect(of.do({ ...settled, step: 'minimum-living' }).said).toEqual([]);
  });
});
