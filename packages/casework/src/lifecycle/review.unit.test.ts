import { isRefusal } from '@lianban/model';
import { at, endOf, exampleDecider, givenState, received, step } from '../../test/given/example';
import { rulesOf } from '../../test/given/given';
import { caseMessage } from './desk';
import { chineseWorkingDays } from '../calendar/chinese-working-days';

const byRule = { decidedBy: 'rule', item: 'needs-seat' } as const;
const ask = { type: 'RaiseObjection', objection: 'x-1', raisedAt: at('03-09'), review: true } as const;

/** Refused on 4 March by the rule alone: there is no seat. */
const refused = () =>
  givenState(received(byRule), at('03-04')).when({ type: 'Learn', name: 'seat', value: { available: false } }).state;
const asked = () => givenState(refused(), at('03-09')).when(ask);

describe('what a rule refused is looked at by a person for whoever asks', () => {
  test('the case is an officer’s, with limits counted anew, in the queue and in nobody’s hands', () => {
    asked().then([
      {
        type: 'ReviewOpened',
        at: at('03-09'),
        objection: 'x-1',
        promisedAt: endOf('03-23'),
        statutoryAt: endOf('04-07'),
      },
    ]);
    expect(asked().state).toMatchObject({
      status: 'accepted',
      file: { decidedBy: 'officer', handedOver: 'review-asked', objections: ['x-1'], reviewOf: { reason: 'no-seat' } },
      place: { waitsFor: 'officer', holder: '' },
    });
  });

  test('the officer sees the grounds of the rule', () => {
    const { state } = asked();
    expect(caseMessage(state, 1, at('03-09'), chineseWorkingDays)).toMatchObject({
      reason: 'review-asked',
      grounds: [{ explanation: 'no-seat', met: false }],
    });
  });

  test('what the officer found stands in for what the rule was told, and the rule is applied to it', () => {
    const open = givenState(asked().state, at('03-10'));
    const grant = { type: 'Decide', officer: 'o-1', outcome: 'granted', reason: '', findings: {} } as const;
    open.when(grant).thenRefused('rule-says-otherwise', '/outcome');
    open.when({ ...grant, findings: { seat: { seat: 4 } } }).thenHappened({
      type: 'CaseDecided',
      ruling: { outcome: 'granted', reason: 'conditions-met' },
      decidedBy: 'officer',
      officer: 'o-1',
    });
  });

  test('an answer that was given wrongly is put right by the officer', () => {
    const item = {
      code: 'agrees',
      missing: () => [],
      needs: () => [],
      rule: ({ request: { answers } }: { request: { answers: Readonly<Record<string, unknown>> } }) => ({
        ...{ outcome: answers.agrees === true ? 'granted' : 'refused', reason: 'owner', facts: {}, grounds: [] },
      }),
    } as const;
    const { given } = rulesOf(exampleDecider({ item: () => item as never }), 'LB20260302000001/assess');
    const request = step({ decidedBy: 'rule', answers: { agrees: false } });
    const { state } = given([], at('03-02')).when({ type: 'ReceiveStep', request });
    const open = exampleDecider({ item: () => item as never });
    const again = open.decide(ask, state, at('03-09'));
    if (isRefusal(again)) throw new Error('the review was refused');
    const reviewed = again.reduce((now, event) => open.evolve(now, event), state);
    const findings = { agrees: true };
    expect(
      open.decide({ type: 'Decide', officer: 'o-1', outcome: 'granted', reason: '', findings }, reviewed, at('03-10')),
    ).toMatchObject([{ type: 'CaseDecided', ruling: { outcome: 'granted' }, findings }]);
  });

  test('once asked, it is opened once, and further objections are heard in the same check', () => {
    const open = givenState(asked().state, at('03-10'));
    open.when(ask).thenNothing();
    open.when({ ...ask, objection: 'x-2' }).then([{ type: 'ObjectionAdded', at: at('03-10'), objection: 'x-2' }]);
  });

  test('what a person refused is not looked at again', () => {
    const refuse = { type: 'Decide', officer: 'o-1', outcome: 'refused', reason: 'no-seat', findings: {} } as const;
    const decided = givenState(asked().state, at('03-10')).when(refuse).state;
    expect(decided).toMatchObject({ status: 'decided', decidedBy: 'officer' });
    givenState(decided, at('03-11'))
      .when({ ...ask, objection: 'x-2' })
      .thenHappened({ type: 'ObjectionDismissed', objection: 'x-2', reason: 'no-review-open' });
  });

  test('an objection that came when the decision was on its way opens nothing: the application asks anew', () => {
    givenState(refused(), at('03-09'))
      .when({ type: 'RaiseObjection', objection: 'x-1' })
      .thenHappened({ type: 'ObjectionDismissed', reason: 'no-notice-open' });
  });

  test('an item the department does not offer cannot be decided by anybody', () => {
    const { state } = givenState(received({ item: 'unheard-of' }), at('03-04'));
    givenState(state, at('03-09')).when(ask).thenHappened({ type: 'ObjectionDismissed', reason: 'item-not-offered' });
  });
});
