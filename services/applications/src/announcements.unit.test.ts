import { casework, steps } from '@lianban/protos';
import type { PublishedEvent } from '@lianban/model';
import { inDays, planOf, planStep, Scenario, serviceStep } from '../test/scenario';
import { announceApplication } from './announcements';
import type { ApplicationEvent } from './domain/events';
import { APPLICATIONS } from './aggregate-types';
import { decisionHandlers, serviceHandlers } from './step-handlers';

const announce = announceApplication(({ department, caseId, residentId, purpose }) =>
  ['signed', department, caseId, residentId, purpose].join(' '),
);
const announced = (events: readonly ApplicationEvent[], scenario: Scenario): readonly PublishedEvent[] =>
  events.flatMap((event) => {
    const entry = announce[event.type] as unknown;
    if (typeof entry !== 'function') return [];
    return entry(event, scenario.state, scenario.state.number) as PublishedEvent | readonly PublishedEvent[];
  });

const NUMBER = 'LB20260302000001';
const one = (): Scenario => new Scenario(planOf([planStep('a-b', { answers: ['size'], materials: ['plan'] })]));

describe('what an application says', () => {
  test('a step is addressed to its department and carries its part of the answers and materials only', () => {
    const scenario = one();
    const material = (code: string) => ({ code, grade: 'C', reference: `ref-${code}` });
    scenario.submit({ size: 3, secret: 1 }, { materials: [material('plan'), material('other')] });
    const [, step] = announced(scenario.told, scenario);
    expect(step).toMatchObject({ subject: `${NUMBER}/a-b`, addressee: 'department-of-a-b' });
    const { StepRequested } = casework.v1;
    expect(StepRequested.decode(StepRequested.encode(step!.value as casework.v1.StepRequested).finish())).toMatchObject(
      {
        ref: { applicationNumber: NUMBER, step: 'a-b', item: 'item-of-a-b', department: 'department-of-a-b' },
        answers: { size: 3 },
        earlier: {},
        materials: [material('plan')],
        decidedBy: casework.v1.DecidedBy.RULE,
      },
    );
  });

  test('a step of which the department asks by duty carries the proof of its case, and no other does', () => {
    const scenario = new Scenario(planOf([planStep('means', { byDuty: true }), planStep('a-b')]));
    scenario.submit();
    const [, means, other] = announced(scenario.told, scenario).map(({ value }) => value as casework.v1.StepRequested);
    expect(means).toMatchObject({
      ref: { step: 'means' },
      capability: `signed department-of-means ${NUMBER}/means ${scenario.state.residentId} item-of-means`,
    });
    expect(other?.ref?.step).toBe('a-b');
    expect(other).not.toHaveProperty('capability');
  });

  test('a step names whoever applied for the resident, a supplement the agent: none of them may work on the case', () => {
    const scenario = one();
    scenario.submit({}, { agentId: 'r-agent', assistedBy: 'o-counter' });
    expect(announced(scenario.told, scenario)[2]?.value).toMatchObject({ filedBy: ['r-agent', 'o-counter'] });
    const alone = one();
    alone.submit();
    expect(announced(alone.told, alone)[1]?.value).toMatchObject({ filedBy: [] });

    const before = scenario.told.length;
    scenario.progress('a-b', { status: 'supplement', at: scenario.now, missing: [], answerBy: scenario.now });
    scenario.when({ type: 'ProvideSupplement', step: 'a-b', answers: {}, materials: [], agentId: 'r-second' });
    const said = announced(scenario.told.slice(before), scenario).map(({ value }) => value);
    expect(said).toContainEqual(expect.objectContaining({ providedBy: 'r-second' }));
  });

  test('what departments said is not said again; the end is', () => {
    const scenario = one();
    scenario.submit();
    scenario.grant('a-b');
    expect(announced(scenario.told, scenario).map(({ type }) => type.$type)).toEqual([
      'applications.v1.ApplicationSubmitted',
      'casework.v1.StepRequested',
      'applications.v1.ApplicationEnded',
      'applications.v1.ApplicantConcerned',
    ]);
  });

  test('news say whether something said before had a deadline, which they may end', () => {
    const endOf = (scenario: Scenario) => {
      scenario.grant('a-b');
      return announced(scenario.told, scenario).findLast(({ value }) => (value as { what?: string }).what === 'ended');
    };
    const atOnce = one();
    atOnce.submit();
    expect(endOf(atOnce)?.value).toMatchObject({ deadlineBefore: false });
    const waited = one();
    waited.submit();
    waited.progress('a-b', { status: 'supplement', at: waited.now, missing: [], answerBy: waited.now });
    waited.when({ type: 'ProvideSupplement', step: 'a-b', answers: {}, materials: [] });
    expect(endOf(waited)?.value).toMatchObject({ deadlineBefore: true });
  });

  test('a step taken over is closed in its department', () => {
    const scenario = one();
    scenario.submit();
    scenario.wakeUntil(new Date('2026-06-01T00:00:00Z'));
    const before = scenario.told.length;
    scenario.takeOver({
      type: 'TakeOverStep',
      step: 'a-b',
      outcome: 'granted',
      reason: 'by-hand',
      operator: 'officer-9',
      facts: {},
    });
    const [closing] = announced(scenario.told.slice(before), scenario);
    expect(closing?.type.$type).toBe('casework.v1.StepCancellationRequested');
    expect(JSON.stringify(closing?.value)).not.toContain('officer-9');
  });
});

describe('what an application asks of a city service', () => {
  const fee = (): Scenario =>
    new Scenario(planOf([serviceStep('fee', 'payment', { answers: ['size'] })], { withdrawal: 'compensate' }));
  const ref = {
    ...{ applicationNumber: NUMBER, step: 'fee', item: 'item-of-fee', service: 'department-of-fee' },
    kind: steps.v1.Kind.PAYMENT,
  };

  test('a step, with its kind and its part of the answers, in terms all kinds share', () => {
    const scenario = fee();
    scenario.submit({ size: 3, secret: 1 });
    const [, asked] = announced(scenario.told, scenario);
    expect(asked).toMatchObject({ subject: `${NUMBER}/fee`, addressee: 'department-of-fee' });
    expect(asked?.type.$type).toBe('steps.v1.StepRequested');
    expect(steps.v1.StepRequested.fromPartial(asked!.value as object)).toMatchObject({
      ...{ ref, answers: { size: 3 }, residentId: 'resident-1', dueAt: inDays(10) },
    });
  });

  test('to cancel it while it is under way, to undo it when it has finished', () => {
    const before = fee();
    before.submit();
    before.when({ type: 'WithdrawApplication', reason: 'later' });
    expect(announced(before.told, before).at(-1)).toMatchObject({
      type: { $type: 'steps.v1.StepCancellationRequested' },
      value: { ref, reason: 'withdrawn' },
    });
    before.grant('fee');
    expect(announced(before.told, before).at(-1)).toMatchObject({
      type: { $type: 'steps.v1.StepUndoRequested' },
      value: { ref, reason: 'no-longer-wanted' },
    });
  });

  test('nothing more, once an operator has answered', () => {
    const scenario = fee();
    scenario.submit();
    scenario.wakeUntil(inDays(11));
    const outcome = { outcome: 'granted', reason: 'paid-in-cash', operator: 'op', facts: {} } as const;
    scenario.takeOver({ type: 'TakeOverStep', step: 'fee', ...outcome });
    expect(announced(scenario.told, scenario).map(({ type }) => type.$type)).toContain(
      'steps.v1.StepCancellationRequested',
    );
  });
});

describe('what an application hears', () => {
  const ref = { applicationNumber: NUMBER, step: 'a-b', item: 'i', department: 'permits' };
  const about = { key: NUMBER, subject: `${NUMBER}/a-b`, sequence: 1, source: 'permits', at: new Date() };
  const hear = (type: { $type: string }, message: unknown) =>
    decisionHandlers.find((handler) => handler.type.$type === type.$type)!.to(message, about);
  const at = new Date('2026-03-03T00:00:00Z');

  test('every message a department can send is heard', () => {
    const all = Object.values(casework.v1).flatMap((each) =>
      typeof each === 'object' && '$type' in each ? [each.$type] : [],
    );
    const ours =
      /StepRequested|SupplementProvided|ObjectionRaised|CancellationRequested|CompensationRequested|Ref|Material|Missing|Ground/;
    const desk = /Desk|Officer|Case[A-Z]|Request$|Response$/;
    const heard = decisionHandlers.map(({ type }) => type.$type);
    expect(heard).toHaveLength(11);
    expect(
      all
        .filter(
          (name) =>
            /Step|Clock|LimitsSet|SupplementRequested|Dismissed/.test(name) && !ours.test(name) && !desk.test(name),
        )
        .toSorted(),
    ).toEqual(heard.toSorted());
  });

  test('every message a city service can send is heard, and goes to its application', () => {
    expect(serviceHandlers.map(({ type }) => type.$type).toSorted()).toEqual([
      'steps.v1.StepCancelled',
      'steps.v1.StepFinished',
      'steps.v1.StepProgressed',
      'steps.v1.StepUndone',
    ]);
    const ofFee = { applicationNumber: NUMBER, step: 'fee', item: 'i', service: 'payments' };
    const undone = serviceHandlers.find(({ type }) => type.$type === steps.v1.StepUndone.$type)!;
    expect(undone.to(steps.v1.StepUndone.fromPartial({ ref: ofFee, undoneAt: at }), about)).toEqual({
      aggregate: APPLICATIONS.name,
      id: NUMBER,
      command: { type: 'HearStepNews', step: 'fee', department: 'payments', news: { type: 'undone', at } },
    });
  });

  test('a decision goes to its application', () => {
    const message = {
      ref,
      outcome: casework.v1.Outcome.GRANTED,
      reason: 'ok',
      facts: { level: 2 },
      grounds: [],
      decidedAt: at,
    };
    expect(hear(casework.v1.StepDecided, message)).toEqual({
      aggregate: APPLICATIONS.name,
      id: NUMBER,
      command: {
        type: 'HearStepNews',
        step: 'a-b',
        department: 'permits',
        news: { type: 'finished', at, outcome: 'granted', reason: 'ok', facts: { level: 2 }, grounds: [] },
      },
    });
  });

  test('a message that breaks its contract cannot be read', () => {
    expect(() => hear(casework.v1.StepCancelled, { ref: undefined })).toThrow('reference');
    expect(() => hear(casework.v1.StepDecided, { ref, outcome: casework.v1.Outcome.UNSPECIFIED })).toThrow(
      'granted or refused',
    );
  });
});
