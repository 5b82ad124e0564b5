import { isRefusal } from '@lianban/model';
import { chineseWorkingDays } from '@lianban/casework';
import { progressed } from '../../test/scenario';
import { loadCatalogue } from '../catalogue';
import { claimsOf } from '../claims';
import { noApplication, stepOf, type ApplicationState } from './application';
import type { ApplicationCommand } from './commands';
import { applicationDecider } from './decider';
import type { ApplicationEvent } from './events';

const decider = applicationDecider(loadCatalogue().plans, () => chineseWorkingDays);
const start = new Date('2026-03-02T01:00:00Z');
const consent = { department: 'social-assistance', purpose: 'minimum-living-allowance', version: '2026-1' };
const upload = 'FM3f0c9c1e-54a1-4a8e-8b39-0d6a2b1c9d10';
const paper = { code: 'household-authorisation', grade: 'D', reference: upload };
const reference = 'LB1.social-assistance.minimum-living-allowance';

class Case {
  state: ApplicationState = noApplication('LB1');
  events: readonly ApplicationEvent[] = [];

  do(command: ApplicationCommand, at: Date = start): this {
    const decided = decider.decide(command, this.state, at);
    if (isRefusal(decided)) throw new Error(decided.refused);
    this.events = decided.events;
    this.state = decided.states.at(-1) ?? this.state;
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

  test('signed at a counter is as good as uploaded', () => {
    const signed = { ...paper, grade: 'B', reference: 'SQ-2026-000017' };
    expect(submitted({ materials: [signed] }).events[0]).toMatchObject({ consents: [{ form: 'on-paper' }] });
  });

  test.each(['no-such-paper', 'promised-online'])('a paper nobody signed is none: %s', (unsigned) => {
    const of = submitted({ materials: [{ ...paper, reference: unsigned }] });
    expect(of.events[0]).not.toHaveProperty('consents');
    expect(of.said).toContain('StepRequested minimum-living');
  });

  test('the department can tell that a promise would have been enough', () => {
    const of = submitted({ consents: [consent] }).do(settled);
    expect(of.events.at(-1)).toMatchObject({ materials: [{ reference, grade: 'D', asked: 'D' }] });
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
      type: 'HearStepNews',
      step: 'minimum-living',
      department: 'social-assistance',
      news: progressed({ status: 'supplement', missing: [{ code: paper.code, note: '' }] }),
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

  test('it counts from when it was handed in, and claims its uploads then: afterwards nothing can go wrong with them', () => {
    const upload = { code: 'proof', grade: 'C', reference: 'FM3f0c9c1e-54a1-4a8e-8b39-0d6a2b1c9d10' };
    const of = asked().do({ ...supplement, materials: [upload] });
    const claim = {
      aggregate: 'materials',
      id: upload.reference,
      command: { type: 'UseMaterial', ownerId: 'r-1', nth: 0 },
    };
    expect(of.events.flatMap((event) => claimsOf(event, { number: 'A-1', residentId: 'r-1' }))).toMatchObject([claim]);
    of.do({ ...settled, step: 'minimum-living' }, new Date(start.getTime() + 3_600_000));
    expect(of.events).toMatchObject([{ type: 'SupplementProvided', providedAt: start }]);
    expect(of.events.flatMap((event) => claimsOf(event, { number: 'A-1', residentId: 'r-1' }))).toEqual([]);
  });

  test('is refused when the answers of the application become more than a later step could be sent', () => {
    const answers = { [paper.code]: 'x'.repeat(200_000) };
    const { state } = asked();
    expect(decider.decide({ ...supplement, answers }, state, start)).toMatchObject({
      refused: 'invalid-answers',
      pointer: '/answers',
    });
  });

  test('without a consent its uploads are claimed with it', () => {
    const upload = { code: 'proof', grade: 'C', reference: 'FM3f0c9c1e-54a1-4a8e-8b39-0d6a2b1c9d10' };
    const kept = { code: 'other', grade: 'C', reference: 'kept-elsewhere' };
    const of = asked().do({ ...supplement, materials: [kept, upload], consents: [] });
    expect(of.said).toEqual(['SupplementProvided minimum-living']);
    expect(of.events.flatMap((event) => claimsOf(event, { number: 'A-1', residentId: 'r-1' }))).toMatchObject([
      { command: { nth: 1 } },
    ]);
  });

  test('withdrawn meanwhile, nothing is handed on', () => {
    const of = asked().do(supplement).do({ type: 'WithdrawApplication', reason: 'changed-plans' });
    expect(of.do({ ...settled, step: 'minimum-living' }).said).toEqual([]);
  });
});
