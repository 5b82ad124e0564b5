import { accepted, at, givenState, received } from '../../test/given/example';

const learn = (name: string, value: unknown = { income: 100 }) => ({ type: 'Learn', name, value }) as const;
const grant = { type: 'Decide', officer: 'o-1', outcome: 'granted', reason: '', findings: {} } as const;
const again = { type: 'AskAgain' } as const;
const wake = { type: 'Wake' } as const;

describe('a rule', () => {
  test('decides on what came within the day, and asks anew for what is older', () => {
    const asking = received({ decidedBy: 'rule', item: 'asks-both' });
    const first = givenState(asking, at('03-03')).when(learn('seat'));
    const inTime = givenState(first.state, at('03-04')).when(learn('means'));
    inTime.thenTypes('FactLearnt', 'CaseDecided');

    const late = givenState(first.state, at('03-04', '10:30:01')).when(learn('means'));
    late.thenTypes('FactLearnt', 'FactOutdated', 'FactAsked');
    late.thenHappened({ type: 'FactAsked', name: 'seat' });
    givenState(late.state, at('03-05')).when(learn('seat')).thenTypes('FactLearnt', 'CaseDecided');
  });

  test('keeps what is no question to anybody: a seat it reserved', () => {
    const first = givenState(received({ decidedBy: 'rule', item: 'needs-both' }), at('03-03')).when(learn('seat'));
    givenState(first.state, at('03-20')).when(learn('means')).thenTypes('FactLearnt', 'CaseDecided');
  });
});

describe('an officer', () => {
  const told = givenState(accepted({ item: 'asks' }), at('03-03')).when(learn('seat')).state;

  test('decides within the day', () => {
    givenState(told, at('03-04')).when(grant).thenTypes('CaseDecided');
  });

  test('is refused a decision on what is older, until it has come again', () => {
    givenState(told, at('03-05')).when(grant).thenRefused('facts-outdated');
    const asked = givenState(told, at('03-05')).when(again);
    asked.thenTypes('FactOutdated', 'FactAsked');
    givenState(asked.state, at('03-05')).when(again).thenNothing();
    givenState(asked.state, at('03-05')).when(grant).thenRefused('facts-still-awaited');
    const come = givenState(asked.state, at('03-05')).when(learn('seat')).state;
    givenState(come, at('03-05')).when(grant).thenTypes('CaseDecided');
  });

  test('nothing is asked again while it is fresh', () => {
    givenState(told, at('03-03', '20:00:00')).when(again).thenNothing();
  });

  test('a second person approves what was asked for, and nothing else', () => {
    const known = givenState(accepted({ item: 'costly-asks' }), at('03-03')).when(learn('means')).state;
    const asks = givenState(known, at('03-03')).when(grant).state;
    const approve = { type: 'ApproveDecision', officer: 'o-2' } as const;
    givenState(asks, at('03-06')).when(approve).thenRefused('facts-outdated');
    const asked = givenState(asks, at('03-06')).when(again).state;
    givenState(asked, at('03-06')).when(approve).thenRefused('facts-still-awaited');
    const same = givenState(asked, at('03-06')).when(learn('means')).state;
    givenState(same, at('03-06')).when(approve).thenTypes('CaseDecided');
    const other = givenState(asked, at('03-06')).when(learn('means', { income: 200 })).state;
    givenState(other, at('03-06')).when(approve).thenRefused('facts-changed');
  });
});

// review/cases.md, row 25: means change in the register during the public notice.
describe('after a public notice', () => {
  const noticed = givenState(received({ decidedBy: 'rule', item: 'noticed-asks' }), at('03-03')).when(learn('means'));
  const over = at('03-11');
  const asked = givenState(noticed.state, over).when(wake);

  test('what the ruling rests on is asked again before it becomes the decision', () => {
    noticed.thenTypes('FactLearnt', 'NoticeOpened');
    asked.thenTypes('NoticeRanOut', 'FactOutdated', 'FactAsked');
    expect(asked.state).toMatchObject({ status: 'notice' });
    givenState(asked.state, over).when(wake).thenNothing();
  });

  test('what was never asked, because the release before did not need it, is asked first', () => {
    const { state } = noticed;
    if (state.status !== 'notice') throw new Error('there is no notice');
    const before = { ...state, file: { ...state.file, asked: [], known: {} } };
    givenState(before, over).when(wake).thenTypes('NoticeRanOut', 'FactAsked');
  });

  test('the same again is decided', () => {
    const decided = givenState(asked.state, over).when(learn('means'));
    decided.thenTypes('FactLearnt', 'CaseDecided');
    expect(decided.state).toMatchObject({ status: 'decided', ruling: { facts: { amount: 660 } } });
  });

  test('above the line meanwhile is refused', () => {
    const decided = givenState(asked.state, over).when(learn('means', { income: 900 }));
    decided.thenTypes('FactLearnt', 'NoticeWithdrawn', 'CaseResumed', 'CaseDecided');
    expect(decided.state).toMatchObject({ status: 'decided', ruling: { reason: 'income-above-line' } });
  });

  test('another sum is told to the public anew', () => {
    const opened = givenState(asked.state, over).when(learn('means', { income: 200 }));
    opened.thenTypes('FactLearnt', 'NoticeWithdrawn', 'CaseResumed', 'NoticeOpened');
    expect(opened.state).toMatchObject({ status: 'notice', ruling: { facts: { amount: 560 } } });
  });

  test('without an answer a person looks', () => {
    const failed = givenState(asked.state, over).when({ type: 'LearnFailed', name: 'means', why: 'consent-revoked' });
    failed.thenTypes('FactFailed', 'CaseHandedOver', 'NoticeWithdrawn', 'CaseResumed');
    expect(failed.state).toMatchObject({ status: 'accepted', file: { decidedBy: 'officer' } });
  });

  test('what an officer would grant comes back to them when it has changed', () => {
    const known = givenState(accepted({ item: 'noticed-asks' }), at('03-03')).when(learn('means')).state;
    const open = givenState(known, at('03-03')).when(grant).state;
    const confirming = givenState(open, over).when(wake).state;
    const back = givenState(confirming, over).when(learn('means', { income: 200 }));
    back.thenTypes('FactLearnt', 'NoticeWithdrawn', 'CaseResumed');
    expect(back.state).toMatchObject({ status: 'accepted', file: { handedOver: 'facts-changed' } });
  });

  test('an objection that comes late, while it is asked again, brings an officer', () => {
    const objected = givenState(asked.state, over).when({
      type: 'RaiseObjection',
      objection: 'x-1',
      raisedAt: at('03-10', '23:00:00'),
    });
    expect(objected.state).toMatchObject({ status: 'accepted', file: { decidedBy: 'officer' } });
  });
});
