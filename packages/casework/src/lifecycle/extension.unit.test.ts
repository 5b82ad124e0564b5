import { casework } from '@lianban/protos';
import { chineseWorkingDays } from '../calendar/chinese-working-days';
import { caseMessage } from './desk';
import { accepted, at, endOf, givenState, received } from '../../test/given/example';

const ask = { type: 'AskExtension', officer: 'o-1', days: 10, reason: 'difficult-case' } as const;
const approve = { type: 'ApproveExtension', officer: 's-1' } as const;
const decline = { type: 'RefuseExtension', officer: 's-1' } as const;
const asked = givenState(accepted(), at('03-10')).when(ask).state;
const limitsIn = (state: typeof asked) => (state.status === 'unreceived' ? undefined : state.file.clock);
const shown = (state: typeof asked) => caseMessage(state, 1, at('03-12'), chineseWorkingDays)?.extension;

describe('an extension', () => {
  test('that is asked for moves nothing yet, and its clock runs on', () => {
    expect(limitsIn(asked)).toEqual(limitsIn(accepted()));
    expect(asked.status).toBe('accepted');
    expect(shown(asked)).toMatchObject({ status: 'asked', days: 10, askedBy: 'o-1', askedAt: at('03-10') });
  });

  test('moves both limits once another person approves it, keeps both names, and stays when the clock stops later', () => {
    const extended = givenState(asked, at('03-11')).when(approve);
    extended.then([
      {
        type: 'CaseExtended',
        at: at('03-11'),
        days: 10,
        reason: 'difficult-case',
        askedBy: 'o-1',
        officer: 's-1',
        promisedAt: endOf('03-30'),
        statutoryAt: endOf('04-14'),
      },
    ]);
    expect(shown(extended.state)).toEqual(
      casework.v1.CaseExtension.fromPartial({
        status: 'approved',
        days: 10,
        reason: 'difficult-case',
        askedBy: 'o-1',
        askedAt: at('03-10'),
        answeredBy: 's-1',
        answeredAt: at('03-11'),
      }),
    );
    const paused = givenState(extended.state, at('03-11')).when({ type: 'Pause', officer: 'o-1', reason: 'hearing' });
    givenState(paused.state, at('03-12'))
      .when({ type: 'Resume', officer: 'o-1' })
      .thenHappened({ type: 'CaseResumed', promisedAt: endOf('03-31'), statutoryAt: endOf('04-15') });
  });

  test('is not answered by whoever asked for it', () => {
    givenState(asked, at('03-11'))
      .when({ ...approve, officer: 'o-1' })
      .thenRefused('second-person-needed');
    givenState(asked, at('03-11'))
      .when({ ...decline, officer: 'o-1' })
      .thenRefused('second-person-needed');
  });

  test('can be declined, and then be asked for anew', () => {
    const declined = givenState(asked, at('03-11')).when(decline);
    declined.then([{ type: 'ExtensionRefused', at: at('03-11'), officer: 's-1' }]);
    expect(limitsIn(declined.state)).toEqual(limitsIn(accepted()));
    expect(shown(declined.state)).toMatchObject({ status: 'refused', answeredBy: 's-1' });
    givenState(declined.state, at('03-12')).when(approve).thenRefused('no-extension-asked');
    givenState(declined.state, at('03-12')).when(ask).thenTypes('ExtensionAsked');
  });

  test('asked for again is the same; another one waits until this one is answered', () => {
    givenState(asked, at('03-11')).when(ask).thenNothing();
    givenState(asked, at('03-11'))
      .when({ ...ask, days: 5 })
      .thenRefused('extension-already-asked');
  });

  test('that nobody answers falls away with the limit', () => {
    const lapsed = givenState(asked, endOf('03-30')).when({ type: 'Wake' });
    lapsed.then([{ type: 'ExtensionLapsed', at: endOf('03-30') }]);
    expect(shown(lapsed.state)).toMatchObject({ status: 'lapsed' });
    givenState(asked, at('03-31')).when(approve).thenRefused('limit-passed');
    givenState(lapsed.state, at('03-31')).when(approve).thenRefused('no-extension-asked');
  });

  test.each([
    ['decided', { type: 'Decide', officer: 'o-1', outcome: 'granted', reason: '', findings: {} }],
    ['cancelled', { type: 'Cancel', reason: 'withdrawn' }],
  ] as const)('falls away when the case is %s', (_what, command) => {
    const { state } = givenState(asked, at('03-11')).when(command);
    expect(shown(state)).toMatchObject({ status: 'lapsed' });
    givenState(state, at('03-12')).when(approve).thenRefused('no-extension-asked');
  });

  test('waits while the clock stands still', () => {
    const paused = givenState(asked, at('03-11')).when({ type: 'Pause', officer: 'o-1', reason: 'hearing' }).state;
    givenState(paused, at('03-12')).when(approve).thenRefused('case-paused');
    const resumed = givenState(paused, at('03-12')).when({ type: 'Resume', officer: 'o-1' }).state;
    givenState(resumed, at('03-12')).when(approve).thenTypes('CaseExtended');
  });

  test('is possible once, by no more than the item allows, before the limit, with a coded reason', () => {
    const now = givenState(accepted(), at('03-10'));
    const extended = givenState(asked, at('03-11')).when(approve).state;
    givenState(extended, at('03-11')).when(ask).thenRefused('already-extended');
    now.when({ ...ask, days: 15 }).thenTypes('ExtensionAsked');
    now.when({ ...ask, days: 16 }).thenRefused('extension-out-of-range', '/days');
    givenState(accepted({ item: 'short-extension' }), at('03-10'))
      .when({ ...ask, days: 11 })
      .thenRefused('extension-out-of-range', '/days');
    now.when({ ...ask, days: 0 }).thenRefused('extension-out-of-range');
    now.when({ ...ask, days: 1.5 }).thenRefused('extension-out-of-range');
    now.when({ ...ask, reason: 'It is hard' }).thenRefused('reason-not-coded', '/reason');
    now.when(ask, at('03-31')).thenRefused('limit-passed');
    now.when(approve).thenRefused('no-extension-asked');
    givenState(received(), at('03-10')).when(ask).thenRefused('not-accepted');
    givenState(received({ decidedBy: 'rule', item: 'needs-seat' }), at('03-04'))
      .when(ask)
      .thenRefused('decided-by-rule');
  });
});
