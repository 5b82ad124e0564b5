import { casework } from '@lianban/protos';
import { chineseWorkingDays } from '../calendar/chinese-working-days';
import { caseMessage } from './desk';
import type { CaseState } from './state';
import { accepted, at, endOf, givenState, received } from '../../test/given/example';

const { Outcome } = casework.v1;
const correct = { type: 'AskCorrection', officer: 's-1', reason: 'facts-wrong' } as const;
const revoke = { ...correct, outcome: 'refused', findings: {} } as const;
const regrant = { ...correct, outcome: 'granted', findings: { score: 90 } } as const;
const approve = { type: 'ApproveCorrection', officer: 's-2' } as const;
const decline = { type: 'RefuseCorrection', officer: 's-2' } as const;
const withdraw = { type: 'WithdrawAsk', officer: 's-1', about: 'correction' } as const;
const shown = (state: CaseState) => caseMessage(state, 1, at('03-12'), chineseWorkingDays);

const decided = (outcome: 'granted' | 'refused', item = 'plain', score = outcome === 'granted' ? 80 : 0) =>
  givenState(accepted({ item }), at('03-05')).when({
    ...{ type: 'Decide', officer: 'o-1', outcome, findings: { score } },
    reason: outcome === 'granted' ? '' : 'score-too-low',
  }).state;
const granted = decided('granted');
const refused = decided('refused');
const asked = givenState(granted, at('03-10')).when(revoke).state;

test('a grant is revoked by two supervisors, who are both named', () => {
  expect(shown(asked)).toMatchObject({
    status: 'decided',
    outcome: Outcome.GRANTED,
    correctionAsk: {
      status: 'asked',
      outcome: Outcome.REFUSED,
      error: 'facts-wrong',
      askedBy: 's-1',
      until: endOf('03-20'),
    },
  });
  const after = givenState(asked, at('03-11')).when(approve);
  after.thenTypes('CaseCorrected');
  after.thenHappened({ type: 'CaseCorrected', officer: 's-1', approvedBy: 's-2', reason: 'facts-wrong' });
  expect(shown(after.state)).toMatchObject({
    status: 'decided',
    outcome: Outcome.REFUSED,
    reason: 'facts-wrong',
    facts: {},
    approvedBy: 's-2',
    corrections: [{ error: 'facts-wrong', was: Outcome.GRANTED, askedBy: 's-1', approvedBy: 's-2', at: at('03-11') }],
    correctionAsk: { status: 'approved', answeredBy: 's-2' },
  });
});

test('a refusal becomes a grant when the rule grants on what was put right, findings and answers alike', () => {
  const ask = givenState(refused, at('03-10')).when(regrant);
  ask.thenTypes('CorrectionAsked');
  const after = givenState(ask.state, at('03-11')).when(approve);
  after.thenHappened({ type: 'CaseCorrected', findings: { score: 90 } });
  expect(shown(after.state)).toMatchObject({ outcome: Outcome.GRANTED, reason: 'conditions-met', facts: { level: 2 } });
  givenState(refused, at('03-10'))
    .when({ ...regrant, findings: { score: 0 } })
    .thenRefused('rule-says-otherwise', '/outcome');
  givenState(refused, at('03-10'))
    .when({ ...regrant, findings: { score: 'good' } })
    .thenRefused('score-missing', '/findings/score');
});

test('nobody answers their own ask, and what was answered is not answered again', () => {
  const open = givenState(asked, at('03-11'));
  open.when({ ...approve, officer: 's-1' }).thenRefused('second-person-needed');
  open.when({ ...decline, officer: 's-1' }).thenRefused('second-person-needed');
  const declined = open.when(decline).state;
  expect(shown(declined)).toMatchObject({ outcome: Outcome.GRANTED, correctionAsk: { status: 'refused' } });
  givenState(declined, at('03-12')).when(approve).thenRefused('no-correction-asked');
  const withdrawn = open.when(withdraw).state;
  expect(shown(withdrawn)).toMatchObject({ outcome: Outcome.GRANTED, correctionAsk: { status: 'withdrawn' } });
  givenState(withdrawn, at('03-12')).when(withdraw).thenNothing();
  givenState(withdrawn, at('03-12')).when(revoke).thenTypes('CorrectionAsked');
});

test('whom the case concerns neither asks nor approves', () => {
  givenState(granted, at('03-10'))
    .when({ ...revoke, officer: 'r-1' })
    .thenRefused('conflict-of-interest');
  givenState(asked, at('03-10'))
    .when({ ...approve, officer: 'r-1' })
    .thenRefused('conflict-of-interest');
});

test('one ask at a time; the same again is the same', () => {
  givenState(asked, at('03-11')).when(revoke).thenNothing();
  givenState(asked, at('03-11'))
    .when({ ...revoke, officer: 's-2' })
    .thenRefused('correction-already-asked');
});

test.each([
  ['what the decision says already', granted, { ...regrant, findings: {} }, 'nothing-corrected'],
  ['a refusal of a refusal', refused, revoke, 'nothing-corrected'],
  ['a reason in words', granted, { ...revoke, reason: 'It was wrong.' }, 'reason-not-coded'],
  ['a grant that needs a notice', decided('refused', 'noticed'), regrant, 'notice-needed'],
  ['what has gone to the next in line', decided('refused', 'scarce'), regrant, 'given-away'],
  ['an open case', accepted(), revoke, 'not-decided'],
  ['a case just received', received(), revoke, 'not-decided'],
] as const)('%s is not corrected', (_what, state, command, slug) => {
  givenState(state, at('03-10')).when(command).thenRefused(slug);
});

test('what was taken back stays so, and an open ask lapses with it', () => {
  const gone = givenState(asked, at('03-11')).when({ type: 'Compensate', reason: 'withdrawn' }).state;
  expect(shown(gone)).toMatchObject({ status: 'compensated', correctionAsk: { status: 'lapsed' } });
  givenState(gone, at('03-12')).when(approve).thenRefused('no-correction-asked');
  givenState(gone, at('03-12')).when(regrant).thenRefused('already-compensated');
});

test('a request to take back that crosses the revocation finds nothing left to take back', () => {
  const revoked = givenState(asked, at('03-11')).when(approve).state;
  givenState(revoked, at('03-12')).when({ type: 'Compensate', reason: 'withdrawn' }).thenNothing();
  givenState(refused, at('03-12')).when({ type: 'Compensate', reason: 'withdrawn' }).thenRefused('nothing-granted');
});

test('unanswered, the ask lapses by itself, and until then it stands among what waits for officers', () => {
  const place = (state: CaseState) => (state.status === 'unreceived' ? undefined : state.place);
  expect(place(asked)).toMatchObject({ waitsFor: 'officer', due: endOf('03-20'), closedAt: at('03-05') });
  const lapsed = givenState(asked, endOf('03-20')).when({ type: 'Wake' });
  lapsed.thenTypes('CorrectionAskLapsed');
  expect(place(lapsed.state)).toMatchObject({ waitsFor: 'nobody', closedAt: at('03-05') });
  expect(place(lapsed.state)).not.toHaveProperty('due');
});

test('a rule’s decision waits at the desk only while its correction does', () => {
  const byRule = received({ decidedBy: 'rule' });
  expect(byRule).toMatchObject({ status: 'decided', decidedBy: 'rule' });
  expect(byRule).not.toHaveProperty('place');
  const ask = givenState(byRule, at('03-10')).when(revoke).state;
  expect(ask).toMatchObject({ place: { waitsFor: 'officer', closedAt: at('03-02') } });
  expect(givenState(ask, at('03-11')).when(decline).state).not.toHaveProperty('place');
  const revoked = givenState(ask, at('03-11')).when(approve).state;
  expect(revoked).toMatchObject({ decidedBy: 'officer', officer: 's-1', approvedBy: 's-2' });
  // A person decided it: nobody is asked to look at what a rule refused.
  givenState(revoked, at('03-12'))
    .when({ type: 'RaiseObjection', objection: 'x', review: true })
    .thenHappened({ type: 'ObjectionDismissed', reason: 'no-review-open' });
});

test('a review asked for meanwhile comes first', () => {
  const byRule = givenState(received({ decidedBy: 'rule', item: 'plain' }), at('03-02')).state;
  const ruled = { ...byRule, ruling: { outcome: 'refused', reason: 'no', facts: {}, grounds: [] } } as CaseState;
  const ask = givenState(ruled, at('03-03')).when(regrant).state;
  const review = givenState(ask, at('03-04')).when({ type: 'RaiseObjection', objection: 'x', review: true }).state;
  expect(shown(review)).toMatchObject({ status: 'accepted', correctionAsk: { status: 'lapsed' } });
});
