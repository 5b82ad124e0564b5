import { accepted, at, endOf, exampleDecider, givenState, received } from '../../test/given/example';

const photo = [{ code: 'photo', note: 'A photo of the shop front' }];

describe('acceptance', () => {
  test('dates the promised and the statutory limit', () => {
    givenState(received(), at('03-03'))
      .when({ type: 'Accept', officer: 'o-1' })
      .then([
        {
          type: 'CaseAccepted',
          at: at('03-03'),
          acceptedAt: at('03-03'),
          deemed: false,
          officer: 'o-1',
          promisedAt: endOf('03-17'),
          statutoryAt: endOf('03-31'),
        },
      ]);
  });

  test('again by the same officer changes nothing, by another one is refused', () => {
    const now = givenState(accepted(), at('03-03'));
    now.when({ type: 'Accept', officer: 'o-1' }).thenNothing();
    now.when({ type: 'Accept', officer: 'o-2' }).thenRefused('already-accepted');
  });

  test('is deemed given from the receipt when nobody speaks for five working days', () => {
    const waiting = received();
    const { timeout: wake } = exampleDecider();
    expect(wake?.(waiting)).toEqual({ at: endOf('03-09'), command: { type: 'Wake' } });
    givenState(waiting, at('03-09')).when({ type: 'Wake' }).thenNothing();
    givenState(waiting, endOf('03-09'))
      .when({ type: 'Wake' })
      .then([
        {
          type: 'CaseAccepted',
          at: endOf('03-09'),
          acceptedAt: at('03-02'),
          deemed: true,
          promisedAt: endOf('03-16'),
          statutoryAt: endOf('03-30'),
        },
      ]);
  });

  test('asks for the facts the item needs', () => {
    givenState(received({ item: 'needs-both' }), at('03-03'))
      .when({ type: 'Accept', officer: 'o-1' })
      .thenTypes('CaseAccepted', 'FactAsked', 'FactAsked');
  });
});

describe('a supplement an officer asks for', () => {
  test('before acceptance is no pause: there is no clock yet', () => {
    const answer = givenState(received(), at('03-03')).when({
      type: 'RequestSupplement',
      officer: 'o-1',
      missing: photo,
    });
    answer.thenTypes('SupplementAsked');
    givenState(answer.state, at('03-05'))
      .when({ type: 'ProvideSupplement', answers: {}, materials: [] })
      .thenHappened({ type: 'SupplementGiven', acceptBy: endOf('03-12') });
  });

  test('after acceptance stops the clock, in several rounds, and moves the limits by exactly that time', () => {
    let state = accepted();
    const asks = (day: string) => {
      const answer = givenState(state, at(day)).when({ type: 'RequestSupplement', officer: 'o-1', missing: photo });
      answer.thenTypes('CasePaused', 'SupplementAsked');
      state = answer.state;
    };
    const gives = (day: string, promised: string, statutory: string) => {
      const answer = givenState(state, at(day)).when({ type: 'ProvideSupplement', answers: {}, materials: [] });
      answer.thenTypes('SupplementGiven', 'CaseResumed');
      answer.thenHappened({ type: 'CaseResumed', promisedAt: endOf(promised), statutoryAt: endOf(statutory) });
      state = answer.state;
    };
    asks('03-04');
    gives('03-09', '03-19', '04-02'); // 3 working days: 5, 6, 9 March
    asks('03-09');
    gives('03-09', '03-19', '04-02'); // answered the same day
    asks('03-13');
    gives('03-15', '03-19', '04-02'); // over a weekend
    asks('03-20');
    gives('04-08', '04-07', '04-21'); // Tomb-Sweeping Day between: 12 more
    expect(state).toMatchObject({ status: 'accepted', file: { clock: { pauses: { length: 4 } } } });
  });

  test('that never comes ends the case', () => {
    const asked = givenState(accepted(), at('03-04')).when({
      type: 'RequestSupplement',
      officer: 'o-1',
      missing: photo,
    });
    asked.thenHappened({ type: 'CasePaused', by: 'supplement', reason: 'supplement', until: endOf('04-03') });
    givenState(asked.state, at('04-04', '00:00:00')).when({ type: 'Wake' }).thenHappened({ type: 'CaseDecided' });
  });

  test('names something, is not asked twice, and not of a rule', () => {
    const ask = { type: 'RequestSupplement', officer: 'o-1', missing: photo } as const;
    const asked = givenState(accepted(), at('03-04')).when(ask).state;
    givenState(asked, at('03-05')).when(ask).thenNothing();
    givenState(asked, at('03-05'))
      .when({ ...ask, missing: [{ code: 'plan', note: 'Plan' }] })
      .thenRefused('awaiting-supplement');
    // Another explanation is no repetition: what the officer wrote is not dropped in silence.
    givenState(asked, at('03-05'))
      .when({ ...ask, missing: [{ code: 'photo', note: 'A sharper one' }] })
      .thenRefused('awaiting-supplement');
    givenState(accepted(), at('03-04'))
      .when({ ...ask, missing: [] })
      .thenRefused('nothing-missing', '/missing');
    givenState(received({ decidedBy: 'rule', item: 'needs-seat' }), at('03-04'))
      .when(ask)
      .thenRefused('decided-by-rule');
  });
});

describe('a pause', () => {
  test('is excluded time: the limits move by its working days', () => {
    const paused = givenState(accepted(), at('03-04')).when({ type: 'Pause', officer: 'o-1', reason: 'hearing' });
    paused.then([{ type: 'CasePaused', at: at('03-04'), by: 'officer', reason: 'hearing', officer: 'o-1' }]);
    givenState(paused.state, at('03-11'))
      .when({ type: 'Resume', officer: 'o-1' })
      .then([
        {
          type: 'CaseResumed',
          at: at('03-11'),
          officer: 'o-1',
          promisedAt: endOf('03-23'),
          statutoryAt: endOf('04-07'),
        },
      ]);
  });

  test('has a reason that is a code, and is begun and ended once', () => {
    const now = givenState(accepted(), at('03-04'));
    now.when({ type: 'Pause', officer: 'o-1', reason: 'ask Mr Wang' }).thenRefused('reason-not-coded', '/reason');
    now.when({ type: 'Resume', officer: 'o-1' }).thenRefused('not-paused');
    const paused = givenState(now.when({ type: 'Pause', officer: 'o-1', reason: 'hearing' }).state, at('03-05'));
    paused.when({ type: 'Pause', officer: 'o-1', reason: 'hearing' }).thenNothing();
    paused.when({ type: 'Pause', officer: 'o-1', reason: 'inspection' }).thenRefused('case-paused');
    paused.when({ type: 'RequestSupplement', officer: 'o-1', missing: photo }).thenRefused('case-paused');
    givenState(received(), at('03-04'))
      .when({ type: 'Pause', officer: 'o-1', reason: 'hearing' })
      .thenRefused('not-accepted');
    givenState(received({ decidedBy: 'rule', item: 'needs-seat' }), at('03-04'))
      .when({ type: 'Pause', officer: 'o-1', reason: 'hearing' })
      .thenRefused('decided-by-rule');
  });
});
