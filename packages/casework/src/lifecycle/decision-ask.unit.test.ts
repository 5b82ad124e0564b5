import { chineseWorkingDays } from '../calendar/chinese-working-days';
import { caseMessage } from './desk';
import type { CaseState } from './state';
import { accepted, at, endOf, givenState } from '../../test/given/example';

const findings = { score: 80 };
const decide = { type: 'Decide', officer: 'o-1', outcome: 'granted', reason: '', findings } as const;
const approve = { type: 'ApproveDecision', officer: 's-1' } as const;
const decline = { type: 'RefuseDecision', officer: 's-1' } as const;
const withdraw = { type: 'WithdrawAsk', officer: 'o-1', about: 'decision' } as const;
const costly = accepted({ item: 'costly' });
const asked = givenState(costly, at('03-10')).when(decide).state;
const shown = (state: CaseState) => caseMessage(state, 1, at('03-12'), chineseWorkingDays);
const after = givenState(asked, at('03-11'));

describe('a decision that grants more money than one person may', () => {
  test('is asked for, decides nothing yet, and the case stays with its officer', () => {
    expect(asked.status).toBe('accepted');
    expect(shown(asked)).toMatchObject({
      holder: 'o-1',
      decisionAsk: {
        status: 'asked',
        askedBy: 'o-1',
        askedAt: at('03-10'),
        until: endOf('03-20'),
        facts: { level: 2 },
      },
    });
    givenState(costly, at('03-10'))
      .when({ ...decide, outcome: 'refused', reason: 'never-came' })
      .thenTypes('CaseDecided');
  });

  test('is made when another person approves, who need not hold the case; both are named', () => {
    const decided = after.when(approve);
    decided.thenHappened({ type: 'CaseDecided', officer: 'o-1', approvedBy: 's-1', findings });
    expect(shown(decided.state)).toMatchObject({
      officer: 'o-1',
      approvedBy: 's-1',
      decisionAsk: { status: 'approved', answeredBy: 's-1', answeredAt: at('03-11') },
    });
    givenState(decided.state, at('03-11')).when(approve).thenRefused('no-decision-asked');
  });

  test('is not answered by whoever asked', () => {
    after.when({ ...approve, officer: 'o-1' }).thenRefused('second-person-needed');
    after.when({ ...decline, officer: 'o-1' }).thenRefused('second-person-needed');
  });

  test('can be declined or withdrawn, and be asked for anew', () => {
    const declined = after.when(decline);
    expect(shown(declined.state)).toMatchObject({ status: 'accepted', decisionAsk: { status: 'refused' } });
    givenState(declined.state, at('03-12')).when(decide).thenTypes('DecisionAsked');
    const withdrawn = after.when(withdraw);
    expect(shown(withdrawn.state)).toMatchObject({ status: 'accepted', decisionAsk: { status: 'withdrawn' } });
    givenState(withdrawn.state, at('03-12')).when(withdraw).thenNothing();
    givenState(withdrawn.state, at('03-12')).when(approve).thenRefused('no-decision-asked');
    after.when({ ...withdraw, officer: 's-1' }).thenRefused('not-your-ask');
  });

  test('asked for again is the same; another one waits for the answer', () => {
    after.when(decide).thenNothing();
    after.when({ ...decide, findings: { score: 90 } }).thenRefused('decision-already-asked');
    after.when({ ...decide, outcome: 'refused', reason: 'never-came' }).thenRefused('decision-already-asked');
  });

  test.each([
    ['nobody answers in time', { type: 'Wake' }, endOf('03-20')],
    ['the clock stops for something new', { type: 'Pause', officer: 'o-1', reason: 'hearing' }, at('03-11')],
    [
      'the resident is asked for more',
      { type: 'RequestSupplement', officer: 'o-1', missing: [{ code: 'plan', note: '' }] },
      at('03-11'),
    ],
    ['the case is cancelled', { type: 'Cancel', reason: 'withdrawn' }, at('03-11')],
  ] as const)('lapses when %s', (_why, command, now) => {
    const { state } = givenState(asked, now).when(command);
    expect(shown(state)?.decisionAsk).toMatchObject({ status: 'lapsed' });
    givenState(state, now).when(approve).thenRefused('no-decision-asked');
  });
});

test('an extension is withdrawn by whoever asked for it, in the same way', () => {
  const ask = { type: 'AskExtension', officer: 'o-1', days: 10, reason: 'difficult-case' } as const;
  const { state } = givenState(accepted(), at('03-10')).when(ask);
  const gone = givenState(state, at('03-11')).when({ type: 'WithdrawAsk', officer: 'o-1', about: 'extension' });
  gone.then([{ type: 'AskWithdrawn', at: at('03-11'), about: 'extension', officer: 'o-1' }]);
  expect(shown(gone.state)?.extension).toMatchObject({ status: 'withdrawn' });
  givenState(gone.state, at('03-12')).when(ask).thenTypes('ExtensionAsked');
});
