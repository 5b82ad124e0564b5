import { accepted, at, endOf, exampleDecider, givenState, received } from '../../test/given/example';
import { waitsForOfficer } from './work-queue';

const seat = { type: 'Learn', name: 'seat', value: { course: 'care', seat: 7 } } as const;
const means = { type: 'Learn', name: 'means', value: { incomeCents: 70_000 } } as const;
const fails = { type: 'LearnFailed', name: 'means', why: 'residents-unavailable' } as const;
const waits = { type: 'Wait', name: 'seat', reason: 'waiting-list', until: at('03-20') } as const;

const asking = () => received({ decidedBy: 'rule', item: 'needs-both' });

describe('a rule that needs facts', () => {
  test('asks for all of them at once, and decides when the last has come', () => {
    const first = givenState(asking(), at('03-03')).when(seat);
    first.then([{ type: 'FactLearnt', at: at('03-03'), name: 'seat', value: seat.value }]);
    givenState(first.state, at('03-03')).when(seat).thenNothing();
    givenState(first.state, at('03-04'))
      .when({ ...seat, value: { seat: 8 } })
      .thenNothing();
    const last = givenState(first.state, at('03-04')).when(means);
    last.thenTypes('FactLearnt', 'CaseDecided');
    givenState(last.state, at('03-05')).when(means).thenNothing();
    givenState(last.state, at('03-05')).when(fails).thenNothing();
    givenState(last.state, at('03-05')).when(waits).thenNothing();
  });

  test('asks after a supplement for what became necessary by it, and for nothing twice', () => {
    const missing = [{ code: 'married', note: 'Married or not' }];
    const asked = givenState(accepted({ item: 'needs-more' }), at('03-03')).when({
      type: 'RequestSupplement',
      officer: 'o-1',
      missing,
    });
    const given = givenState(asked.state, at('03-04')).when({
      type: 'ProvideSupplement',
      answers: { married: true },
      materials: [],
    });
    given.thenTypes('SupplementGiven', 'CaseResumed', 'FactAsked');
    given.thenHappened({ type: 'FactAsked', name: 'means' });
  });
});

describe('a fact that will not come', () => {
  const failed = givenState(asking(), at('03-03')).when(fails);

  test('hands a case of a rule to the officers, on their work queue', () => {
    failed.then([
      { type: 'FactFailed', at: at('03-03'), name: 'means', why: 'residents-unavailable' },
      { type: 'CaseHandedOver', at: at('03-03'), why: 'residents-unavailable' },
    ]);
    expect(failed.state).toMatchObject({ status: 'accepted', file: { decidedBy: 'officer' } });
    expect(waitsForOfficer(failed.state)).toBe(true);
    givenState(failed.state, at('03-03')).when(fails).thenNothing();
  });

  test('for want of something the resident has is asked for as a supplement, and then asked anew', () => {
    const missing = [{ code: 'consent', note: 'Consent' }];
    const withheld = givenState(asking(), at('03-03')).when({ ...fails, why: 'consent-missing', missing });
    withheld.thenTypes('FactWithheld', 'CasePaused', 'SupplementAsked');
    expect(withheld.state).toMatchObject({ status: 'supplement', missing, answerBy: endOf('04-02') });
    givenState(withheld.state, at('03-03'))
      .when({ ...fails, missing })
      .thenNothing();
    const supplied = givenState(withheld.state, at('03-05')).when({
      type: 'ProvideSupplement',
      answers: {},
      materials: [{ code: 'consent', grade: 'D', reference: 'c-1' }],
    });
    supplied.thenTypes('SupplementGiven', 'CaseResumed', 'FactAsked');
    supplied.thenHappened({ type: 'FactAsked', name: 'means' });
    const told = givenState(givenState(supplied.state, at('03-05')).when(means).state, at('03-05'));
    told.when(seat).thenTypes('FactLearnt', 'CaseDecided');
  });

  test('may be stated by the officer among the findings', () => {
    const ready = givenState(givenState(failed.state, at('03-03')).when(seat).state, at('03-03'));
    ready
      .when({ type: 'Decide', officer: 'o-1', outcome: 'granted', reason: '', findings: { means: { incomeCents: 1 } } })
      .thenTypes('CaseDecided');
  });

  test('counts as not available for the rule when nobody states it', () => {
    const noSeat = givenState(accepted({ item: 'needs-seat' }), at('03-03')).when({ ...fails, name: 'seat' });
    const grant = { type: 'Decide', officer: 'o-1', outcome: 'granted', reason: '' } as const;
    const now = givenState(noSeat.state, at('03-04'));
    now.when({ ...grant, findings: {} }).thenRefused('rule-says-otherwise');
    now.when({ ...grant, findings: { seat: { seat: 3 } } }).thenTypes('CaseDecided');
  });

  test('and comes after all, counts', () => {
    const late = givenState(failed.state, at('03-04')).when(means);
    late.thenTypes('FactLearnt');
    expect(late.state).toMatchObject({ file: { known: { means: means.value }, unavailable: {} } });
  });

  test('does not change who decides an officer’s case', () => {
    givenState(accepted({ item: 'needs-both' }), at('03-03'))
      .when(fails)
      .thenTypes('FactFailed');
  });
});

test('a rule that cannot be applied hands the case over', () => {
  const state = received({ decidedBy: 'rule', item: 'unruly' });
  expect(state).toMatchObject({ status: 'accepted', file: { decidedBy: 'officer', handedOver: 'scores-missing' } });
});

describe('a waiting list', () => {
  const waiting = givenState(received({ decidedBy: 'rule', item: 'needs-seat' }), at('03-03')).when(waits);

  test('stops the clock with its reason and its end', () => {
    waiting.then([
      { type: 'WaitStarted', at: at('03-03'), name: 'seat', reason: 'waiting-list', until: at('03-20') },
      { type: 'CasePaused', at: at('03-03'), by: 'wait', reason: 'waiting-list', until: at('03-20') },
    ]);
    givenState(waiting.state, at('03-04')).when(waits).thenNothing();
    givenState(waiting.state, at('03-04')).when({ type: 'Resume', officer: 'o-1' }).thenRefused('waiting-for-others');
  });

  test('ends when a place comes free: the rule decides, the clock having stood still', () => {
    const answer = givenState(waiting.state, at('03-06')).when(seat);
    answer.thenTypes('WaitEnded', 'FactLearnt', 'CaseResumed', 'CaseDecided');
    answer.thenHappened({ type: 'CaseResumed', promisedAt: endOf('03-19'), statutoryAt: endOf('04-02') });
  });

  test('ends at its deadline: the rule is applied without the fact', () => {
    expect(exampleDecider().timeout?.(waiting.state)?.at).toEqual(at('03-20'));
    givenState(waiting.state, at('03-19')).when({ type: 'Wake' }).thenNothing();
    const answer = givenState(waiting.state, at('03-20')).when({ type: 'Wake' });
    answer.thenTypes('WaitEnded', 'CaseResumed', 'CaseDecided');
    answer.thenHappened({ type: 'WaitEnded', name: 'seat', available: false });
    answer.thenHappened({ type: 'CaseDecided', ruling: { outcome: 'refused', reason: 'no-seat' } });
  });

  test('that fails is ended, and the case an officer’s', () => {
    givenState(waiting.state, at('03-06'))
      .when({ ...fails, name: 'seat' })
      .thenTypes('WaitEnded', 'FactFailed', 'CaseHandedOver', 'CaseResumed');
  });

  test('with a later end goes on until then', () => {
    const longer = givenState(waiting.state, at('03-06')).when({ ...waits, until: at('03-27') });
    longer.thenTypes('WaitStarted');
    givenState(longer.state, at('03-20')).when({ type: 'Wake' }).thenNothing();
  });

  test('begun while an officer’s pause is on goes on when that ends', () => {
    const paused = givenState(accepted({ item: 'needs-seat' }), at('03-03')).when({
      type: 'Pause',
      officer: 'o-1',
      reason: 'hearing',
    });
    const both = givenState(paused.state, at('03-04')).when(waits);
    both.thenTypes('WaitStarted');
    const resumed = givenState(both.state, at('03-05')).when({ type: 'Resume', officer: 'o-1' });
    resumed.thenTypes('CaseResumed', 'CasePaused');
    resumed.thenHappened({ type: 'CasePaused', by: 'wait', reason: 'waiting-list' });
    givenState(resumed.state, at('03-06'))
      .when(seat)
      .thenHappened({ type: 'CaseResumed', promisedAt: endOf('03-19'), statutoryAt: endOf('04-02') });
  });
});
