import { casework } from '@lianban/protos';
import type { PublishedEvent } from '@lianban/model';
import { announceCase } from './announcements';
import type { CaseEvent } from '../lifecycle/events';
import { accepted, at, endOf, exampleDecider, received } from '../../test/given/example';
import type { CaseState } from '../lifecycle/state';

const { v1 } = casework;
const state = accepted();
const ref = { applicationNumber: 'LB20260302000001', step: 'assess', item: 'plain', department: 'elderly-care' };
const ruling = {
  outcome: 'granted',
  reason: 'conditions-met',
  facts: { level: 2, sum: { amountCents: 120_000 }, persons: ['r-1'] },
  grounds: [{ code: 'e', facts: { line: '1' }, rule: 'example', version: '1', explanation: 'Met.', met: true }],
} as const;
const limits = { promisedAt: endOf('03-16'), statutoryAt: endOf('03-30') };
const certain = { ...limits, promisedProvisional: false, statutoryProvisional: false };

type Entry = 'private' | ((event: CaseEvent, state: CaseState) => PublishedEvent | readonly PublishedEvent[]);
const announce = (event: CaseEvent, of: CaseState = state): PublishedEvent | undefined => {
  const entry = announceCase[event.type] as Entry;
  return entry === 'private' ? undefined : [entry(event, of)].flat()[0];
};

/** What a hearer gets: through the bytes of the message and back. */
const heard = (published: PublishedEvent | undefined) => {
  if (!published) throw new Error('it was not published');
  const { type, value } = published;
  return [type.$type, type.decode(type.encode(value).finish())];
};

test.each<[string, CaseEvent, unknown]>([
  [
    v1.StepAccepted.$type,
    { type: 'CaseAccepted', at: at('03-09'), acceptedAt: at('03-02'), deemed: true, ...limits },
    { ref, acceptedAt: at('03-02'), deemed: true, ...certain },
  ],
  [
    v1.SupplementRequested.$type,
    {
      type: 'SupplementAsked',
      at: at('03-02'),
      missing: [{ code: 'income', note: '身份证410105198001011234' }],
      answerBy: endOf('04-01'),
      by: 'officer',
      officer: 'o-1',
    },
    // What an officer writes stays with the department.
    { ref, missing: [{ code: 'income', note: '' }], requestedAt: at('03-02'), answerBy: endOf('04-01') },
  ],
  [
    v1.ClockPaused.$type,
    { type: 'CasePaused', at: at('03-04'), by: 'officer', reason: 'hearing', officer: 'o-1' },
    { ref, reason: 'hearing', pausedAt: at('03-04'), until: undefined },
  ],
  [
    v1.ClockPaused.$type,
    { type: 'NoticeOpened', at: at('03-04'), until: endOf('03-11'), ruling, decidedBy: 'rule' },
    { ref, reason: 'public-notice', pausedAt: at('03-04'), until: endOf('03-11') },
  ],
  [
    v1.ClockResumed.$type,
    { type: 'CaseResumed', at: at('03-05'), ...limits },
    { ref, resumedAt: at('03-05'), ...certain },
  ],
  [
    v1.ClockResumed.$type,
    {
      type: 'CaseResumed',
      at: at('12-30'),
      promisedAt: endOf('12-31'),
      statutoryAt: endOf('2027-01-13'),
      provisionalAfter: endOf('12-31'),
    },
    {
      ref,
      resumedAt: at('12-30'),
      promisedAt: endOf('12-31'),
      statutoryAt: endOf('2027-01-13'),
      promisedProvisional: false,
      statutoryProvisional: true,
    },
  ],
  [v1.LimitsSet.$type, { type: 'DatesSet', at: at('12-22'), ...limits }, { ref, setAt: at('12-22'), ...certain }],
  [
    v1.ClockExtended.$type,
    {
      type: 'CaseExtended',
      at: at('03-05'),
      days: 10,
      reason: 'difficult-case',
      askedBy: 'o-1',
      officer: 's-1',
      ...limits,
    },
    { ref, days: 10, reason: 'difficult-case', extendedAt: at('03-05'), ...certain },
  ],
  [
    v1.StepDecided.$type,
    { type: 'CaseDecided', at: at('03-05'), ruling, decidedBy: 'officer', officer: 'o-1', findings: { score: 80 } },
    {
      ref,
      outcome: v1.Outcome.GRANTED,
      reason: 'conditions-met',
      facts: ruling.facts,
      grounds: ruling.grounds,
      decidedBy: v1.DecidedBy.OFFICER,
      decidedAt: at('03-05'),
      acceptance: undefined,
    },
  ],
  [
    v1.StepCorrected.$type,
    {
      ...{ type: 'CaseCorrected', at: at('03-05'), reason: 'facts-wrong', officer: 's-1', approvedBy: 's-2' },
      ...{ was: ruling, ruling: { outcome: 'refused', reason: 'facts-wrong', facts: {}, grounds: [] }, findings: {} },
    },
    {
      ...{ ref, was: v1.Outcome.GRANTED, outcome: v1.Outcome.REFUSED, reason: 'facts-wrong', facts: {}, grounds: [] },
      ...{ error: 'facts-wrong', correctedAt: at('03-05'), number: 0 },
    },
  ],
  [
    v1.StepCancelled.$type,
    { type: 'CaseCancelled', at: at('03-05'), reason: 'withdrawn' },
    { ref, cancelledAt: at('03-05') },
  ],
  [
    v1.StepCompensated.$type,
    { type: 'CaseCompensated', at: at('03-05'), reason: 'withdrawn' },
    { ref, compensatedAt: at('03-05') },
  ],
])('%s says what happened, through its bytes', (type, event, message) => {
  expect(heard(announce(event))).toEqual([type, message]);
});

test('the day of deemed acceptance, set right, is told to nobody else', () => {
  expect(announce({ type: 'DatesSet', at: at('12-22'), acceptBy: endOf('12-29') }, received())).toBeUndefined();
});

test('what only the department needs stays private', () => {
  const silent = Object.entries(announceCase).filter(([, entry]) => entry === 'private');
  expect(silent.map(([type]) => type)).toEqual([
    'CaseReceived',
    'SupplementGiven',
    'CaseHandedOver',
    'FactAsked',
    'FactLearnt',
    'FactFailed',
    'FactOutdated',
    'FactWithheld',
    'WaitStarted',
    'WaitEnded',
    'ExtensionAsked',
    'ExtensionRefused',
    'ExtensionLapsed',
    'DecisionAsked',
    'DecisionDeclined',
    'DecisionAskLapsed',
    'AskWithdrawn',
    'NoticeRanOut',
    'NoticeWithdrawn',
    'NoticeObjected',
    'ObjectionAdded',
    'CorrectionAsked',
    'CorrectionDeclined',
    'CorrectionAskLapsed',
    'CaseClaimed',
    'CaseReleased',
    'CaseReassigned',
  ]);
});

test('a department may say more with an entry of its own', () => {
  const table = {
    ...announceCase,
    CaseDecided: (event: CaseEvent & { type: 'CaseDecided' }, of: CaseState) => [announceCase.CaseDecided(event, of)],
  };
  const event = { type: 'CaseDecided', at: at('03-05'), ruling, decidedBy: 'rule' } as const;
  expect(table.CaseDecided(event, received())).toEqual([announce(event, received())]);
});

test('nothing can be announced of a case that was never received', () => {
  const never = exampleDecider().initial('LB20260302000001/assess');
  expect(() => announce({ type: 'CaseCancelled', at: at('03-05'), reason: 'withdrawn' }, never)).toThrow(
    /before its receipt/,
  );
});
