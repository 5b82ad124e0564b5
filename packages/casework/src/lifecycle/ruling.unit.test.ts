import { accepted, at, endOf, givenState, received } from '../../test/given/example';

const grant = { type: 'Decide', officer: 'o-1', outcome: 'granted', reason: '', findings: { score: 80 } } as const;
const turnDown = { type: 'Decide', officer: 'o-1', outcome: 'refused', reason: 'never-came', findings: {} } as const;

const granted = {
  outcome: 'granted',
  reason: 'conditions-met',
  facts: { level: 2 },
  grounds: [{ code: 'example', rule: 'example', version: '1', explanation: 'conditions-met', met: true }],
} as const;
const officersGround = (reason: string) => ({
  rule: "officer's finding",
  version: '1',
  explanation: `The officer refused: ${reason}.`,
  met: false,
});

describe('an officer grants', () => {
  const now = givenState(accepted(), at('03-10'));

  test('what the rule grants on the findings: the rule says why', () => {
    now.when(grant).then([
      {
        type: 'CaseDecided',
        at: at('03-10'),
        ruling: granted,
        decidedBy: 'officer',
        officer: 'o-1',
        findings: { score: 80 },
      },
    ]);
  });

  test('never on findings that cannot be used', () => {
    now.when({ ...grant, findings: { score: 'good' } }).thenRefused('score-missing', '/findings/score');
  });

  test('never against the rule, which is named', () => {
    const answer = now.when({ ...grant, findings: { score: 0 } });
    answer.thenRefused('rule-says-otherwise', '/outcome');
  });

  test('once: the same decision again changes nothing, another one is refused', () => {
    const decided = givenState(now.when(grant).state, at('03-11'));
    decided.when(grant).thenNothing();
    decided.when({ ...grant, officer: 'o-2' }).thenRefused('already-decided');
    decided.when(turnDown).thenRefused('already-decided');
  });
});

describe('an officer refuses', () => {
  const now = givenState(accepted(), at('03-10'));

  test('against the rule, with a coded reason recorded beside the grounds of the rule', () => {
    now.when({ ...turnDown, reason: 'papers-forged', findings: { score: 80 } }).thenHappened({
      type: 'CaseDecided',
      ruling: {
        outcome: 'refused',
        reason: 'papers-forged',
        facts: {},
        grounds: [...granted.grounds, officersGround('papers-forged')],
      },
    });
  });

  test('with the rule, whose reason needs no repeating', () => {
    now
      .when({ ...turnDown, reason: '', findings: { score: 0 } })
      .thenHappened({ type: 'CaseDecided', ruling: { outcome: 'refused', reason: 'score-too-low' } });
  });

  test('somebody of whom nothing could be found, as long as no findings are half given', () => {
    const unruly = givenState(accepted({ item: 'unruly' }), at('03-10'));
    unruly.when(turnDown).thenHappened({
      type: 'CaseDecided',
      ruling: { outcome: 'refused', reason: 'never-came', facts: {}, grounds: [officersGround('never-came')] },
    });
    now.when({ ...turnDown, findings: { score: 'low' } }).thenRefused('score-missing');
  });

  test('with a code, never a sentence', () => {
    now.when({ ...turnDown, reason: 'Mr Wang never came' }).thenRefused('reason-not-coded', '/reason');
    now.when({ ...turnDown, reason: '' }).thenRefused('reason-not-coded', '/reason');
    now.when({ ...turnDown, reason: 'id-410105198001011234' }).thenRefused('reason-not-coded', '/reason');
    now.when({ ...turnDown, reason: 'a'.repeat(65) }).thenRefused('reason-not-coded', '/reason');
  });

  test('to accept at all; but a case that was not accepted cannot be granted', () => {
    const before = givenState(received(), at('03-03'));
    before.when({ ...turnDown, reason: 'not-our-remit' }).thenHappened({
      type: 'CaseDecided',
      ruling: { outcome: 'refused', reason: 'not-our-remit', facts: {}, grounds: [officersGround('not-our-remit')] },
      officer: 'o-1',
    });
    before.when(grant).thenRefused('not-accepted');
  });
});

describe('nobody decides', () => {
  test('while other services have not answered', () => {
    const asked = givenState(accepted({ item: 'needs-both' }), at('03-10'));
    asked.when(grant).thenRefused('facts-still-awaited');
    const one = asked.when({ type: 'Learn', name: 'means', value: { incomeCents: 1 } }).state;
    givenState(one, at('03-10')).when(grant).thenRefused('facts-still-awaited');
    const both = givenState(one, at('03-10')).when({ type: 'Learn', name: 'seat', value: { seat: 4 } }).state;
    givenState(both, at('03-10')).when(grant).thenTypes('CaseDecided');
  });

  test('while the clock stands still or the resident is asked', () => {
    const paused = givenState(accepted(), at('03-10')).when({ type: 'Pause', officer: 'o-1', reason: 'hearing' });
    givenState(paused.state, at('03-11')).when(grant).thenRefused('case-paused');
    const missing = [{ code: 'photo', note: 'Photo' }];
    const asked = givenState(accepted(), at('03-10')).when({ type: 'RequestSupplement', officer: 'o-1', missing });
    givenState(asked.state, at('03-11')).when(grant).thenRefused('awaiting-supplement');
  });

  test('what a rule decides', () => {
    givenState(received({ decidedBy: 'rule', item: 'needs-seat' }), at('03-10'))
      .when(grant)
      .thenRefused('decided-by-rule');
  });
});

describe('a public notice', () => {
  const opened = givenState(accepted({ item: 'noticed' }), at('03-10')).when(grant);

  test('comes before a favourable decision, and ends with its last day in Shanghai', () => {
    opened.then([
      {
        type: 'NoticeOpened',
        at: at('03-10'),
        until: endOf('03-17'),
        ruling: granted,
        decidedBy: 'officer',
        officer: 'o-1',
        findings: { score: 80 },
      },
    ]);
    givenState(opened.state, at('03-11')).when(grant).thenNothing();
    givenState(opened.state, at('03-17')).when({ type: 'Wake' }).thenNothing();
    givenState(opened.state, endOf('03-17'))
      .when({ type: 'Wake' })
      .then([
        {
          type: 'CaseDecided',
          at: endOf('03-17'),
          ruling: granted,
          decidedBy: 'officer',
          officer: 'o-1',
          findings: { score: 80 },
        },
      ]);
  });

  test('is not needed to refuse', () => {
    givenState(accepted({ item: 'noticed' }), at('03-10'))
      .when(turnDown)
      .thenTypes('CaseDecided');
  });

  test('objected to: an officer checks again, the time of the notice excluded, and opens a new one', () => {
    const objected = givenState(opened.state, at('03-12')).when({ type: 'RaiseObjection', objection: 'x-1' });
    objected.then([
      { type: 'NoticeObjected', at: at('03-12'), objection: 'x-1' },
      { type: 'CaseResumed', at: at('03-12'), promisedAt: endOf('03-18'), statutoryAt: endOf('04-01') },
    ]);
    const checking = givenState(objected.state, at('03-13'));
    checking.when({ type: 'RaiseObjection', objection: 'x-1' }).thenNothing();
    const added = checking.when({ type: 'RaiseObjection', objection: 'x-2' });
    added.then([{ type: 'ObjectionAdded', at: at('03-13'), objection: 'x-2' }]);
    expect(added.state).toMatchObject({ status: 'accepted', file: { objections: ['x-1', 'x-2'] } });
    checking.when(grant).thenHappened({ type: 'NoticeOpened', until: endOf('03-20') });
  });

  test('of a ruling by a rule goes to an officer when it is objected to', () => {
    const ruled = received({ decidedBy: 'rule', item: 'noticed' });
    const answer = givenState(ruled, at('03-04')).when({ type: 'RaiseObjection', objection: 'x-1' });
    answer.thenTypes('NoticeObjected', 'CaseResumed');
    expect(answer.state).toMatchObject({ status: 'accepted', file: { decidedBy: 'officer' } });
  });

  test('is over for an objection raised after its end, though not for one only delivered late', () => {
    const late = givenState(opened.state, at('03-18'));
    late
      .when({ type: 'RaiseObjection', objection: 'x-1' })
      .then([{ type: 'ObjectionDismissed', at: at('03-18'), objection: 'x-1', reason: 'no-notice-open' }]);
    late
      .when({ type: 'RaiseObjection', objection: 'x-1', raisedAt: at('03-17') })
      .thenTypes('NoticeObjected', 'CaseResumed');
    givenState(accepted(), at('03-18'))
      .when({ type: 'RaiseObjection', objection: 'x-1' })
      .thenTypes('ObjectionDismissed');
  });
});
