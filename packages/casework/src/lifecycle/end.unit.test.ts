import { accepted, at, given, givenState, received } from '../../test/given/example';

const cancel = { type: 'Cancel', reason: 'withdrawn' } as const;
const compensate = { type: 'Compensate', reason: 'another-step-refused' } as const;
const pause = { type: 'Pause', officer: 'o-1', reason: 'hearing' } as const;
const missing = [{ code: 'photo', note: 'Photo' }];

const open = [
  ['received', received()],
  ['supplement', received({ answers: {} })],
  ['accepted', accepted()],
  ['paused', givenState(accepted(), at('03-03')).when(pause).state],
  [
    'supplement',
    givenState(accepted(), at('03-03')).when({ type: 'RequestSupplement', officer: 'o-1', missing }).state,
  ],
  ['notice', received({ decidedBy: 'rule', item: 'noticed' })],
] as const;
const granted = received({ decidedBy: 'rule' });
const refused = received({ item: 'dog-licence' });

describe('cancelling', () => {
  test.each(open)('is possible while %s, once', (status, state) => {
    expect(state.status).toBe(status);
    const cancelled = givenState(state, at('03-04')).when(cancel);
    cancelled.then([{ type: 'CaseCancelled', at: at('03-04'), reason: 'withdrawn' }]);
    givenState(cancelled.state, at('03-05')).when(cancel).thenNothing();
    givenState(cancelled.state, at('03-05')).when({ type: 'Accept', officer: 'o-1' }).thenRefused('already-cancelled');
    givenState(cancelled.state, at('12-31')).when({ type: 'Wake' }).thenNothing();
  });

  test('is too late after the decision', () => {
    givenState(granted, at('03-04')).when(cancel).thenRefused('already-decided');
    given([], at('03-04')).when(cancel).thenRefused('unknown-case');
  });
});

describe('compensation', () => {
  test('takes back what was granted, once', () => {
    const back = givenState(granted, at('03-04')).when(compensate);
    back.then([{ type: 'CaseCompensated', at: at('03-04'), reason: 'another-step-refused' }]);
    givenState(back.state, at('03-05')).when(compensate).thenNothing();
    givenState(back.state, at('03-05')).when(cancel).thenNothing();
    expect(back.state).toMatchObject({ status: 'compensated', ruling: { outcome: 'granted' }, at: at('03-02') });
  });

  test('needs something that was granted', () => {
    givenState(refused, at('03-04')).when(compensate).thenRefused('nothing-granted');
    givenState(accepted(), at('03-04')).when(compensate).thenRefused('not-decided');
    given([], at('03-04')).when(compensate).thenRefused('unknown-case');
  });
});
