import { announceCase } from '../contract/announcements';
import type { CaseAccepted, CaseDecided } from './events';
import { accepted, at, endOf, exampleDecider, given, givenState, received, step } from '../../test/given/example';

const receive = (more = {}) => given([], at('03-02')).when({ type: 'ReceiveStep', request: step(more) });
const missing = [{ code: 'income', note: 'Income of the household' }];

describe('a step arrives', () => {
  test('for an officer it waits five working days to be accepted', () => {
    receive().then([
      {
        type: 'CaseReceived',
        at: at('03-02'),
        request: step(),
        receivedAt: at('03-02'),
        acceptBy: endOf('03-09'),
      },
    ]);
  });

  test('twice: the second time nothing happens', () => {
    givenState(received(), at('03-03'))
      .when({ type: 'ReceiveStep', request: step({ item: 'noticed' }) })
      .thenNothing();
  });

  test('late: the receipt is when it was asked for, not when it got here', () => {
    receive({ requestedAt: at('02-27') }).thenHappened({
      type: 'CaseReceived',
      receivedAt: at('02-27'),
      acceptBy: endOf('03-05'), // Saturday 28 February is worked
    });
  });

  test('from a clock that is ahead: the receipt is not in the future', () => {
    receive({ requestedAt: at('03-02', '10:30:05') }).thenHappened({ type: 'CaseReceived', receivedAt: at('03-02') });
  });

  test('everything missing is told at once, with 30 days to answer', () => {
    const answer = receive({ answers: { married: true } });
    answer.thenTypes('CaseReceived', 'SupplementAsked');
    answer.thenHappened({
      type: 'SupplementAsked',
      missing: [...missing, { code: 'marriage-certificate', note: 'Marriage certificate' }],
      answerBy: endOf('04-01'),
      by: 'rule',
    });
  });

  test('for an item nobody offers here: the application gets its answer', () => {
    const answer = receive({ item: 'dog-licence' });
    answer.thenTypes('CaseReceived', 'CaseDecided');
    answer.thenHappened({
      type: 'CaseDecided',
      ruling: { outcome: 'refused', reason: 'item-not-offered', facts: {}, grounds: [] },
      decidedBy: 'rule',
    });
  });

  test('for a rule with nothing to ask: accepted and decided at once, and told as one', () => {
    const answer = receive({ decidedBy: 'rule' });
    answer.thenTypes('CaseReceived', 'CaseAccepted', 'CaseDecided');
    const limits = { promisedAt: endOf('03-16'), statutoryAt: endOf('03-30') };
    answer.thenHappened({ type: 'CaseAccepted', acceptedAt: at('03-02'), deemed: false, ...limits });
    answer.thenHappened({ type: 'CaseDecided', decidedBy: 'rule' });
    const [, taken, decided] = answer.events;
    const acceptance = { acceptedAt: at('03-02'), ...limits };
    expect(announceCase.CaseAccepted(taken as CaseAccepted, answer.state)).toEqual([]);
    expect(announceCase.CaseDecided(decided as CaseDecided, answer.state).value).toMatchObject({ acceptance });
  });

  test('for a rule that has to ask first: the acceptance is told by itself', () => {
    const answer = receive({ decidedBy: 'rule', item: 'needs-seat' });
    answer.thenTypes('CaseReceived', 'CaseAccepted', 'FactAsked');
    expect(announceCase.CaseAccepted(answer.events[1] as CaseAccepted, answer.state)).toHaveLength(1);
  });
});

describe('a supplement before acceptance', () => {
  const waiting = receive({ answers: { married: true } }).state;
  const certificate = { code: 'marriage-certificate', grade: 'C', reference: 'm-1' };

  test('completes the file: the officer has five working days from then', () => {
    const answer = givenState(waiting, at('03-04')).when({
      type: 'ProvideSupplement',
      answers: { income: 700 },
      materials: [certificate],
    });
    answer.then([
      {
        type: 'SupplementGiven',
        at: at('03-04'),
        answers: { income: 700 },
        materials: [certificate],
        providedAt: at('03-04'),
        acceptBy: endOf('03-11'),
      },
    ]);
    expect(answer.state).toMatchObject({
      status: 'received',
      file: { completeAt: at('03-04'), request: { answers: { married: true, income: 700 }, materials: [certificate] } },
    });
  });

  test('completes a case of a rule: it is decided', () => {
    givenState(receive({ decidedBy: 'rule', answers: {} }).state, at('03-04'))
      .when({ type: 'ProvideSupplement', answers: { income: 700 }, materials: [] })
      .thenTypes('SupplementGiven', 'CaseAccepted', 'CaseDecided');
  });

  test('incomplete: the rest is asked again, and the first deadline stands', () => {
    givenState(waiting, at('03-20'))
      .when({ type: 'ProvideSupplement', answers: {}, materials: [certificate] })
      .thenHappened({ type: 'SupplementAsked', missing, answerBy: endOf('04-01') });
  });

  test('that makes something else necessary: a new deadline for it', () => {
    givenState(receive({ answers: {} }).state, at('03-20'))
      .when({ type: 'ProvideSupplement', answers: { income: 1, married: true }, materials: [] })
      .thenHappened({ type: 'SupplementAsked', answerBy: endOf('04-19') });
  });

  test('page 1, and page 2 with a later supplement: both are there, in order, with the day of each', () => {
    const page = (reference: string) => ({ ...certificate, reference });
    const first = givenState(receive({ answers: {}, materials: [page('m-1')] }).state, at('03-03')).when({
      type: 'ProvideSupplement',
      answers: {},
      materials: [page('m-2'), page('m-3')],
      providedAt: at('03-03'),
    });
    const again = givenState(first.state, at('03-04')).when({
      type: 'ProvideSupplement',
      answers: { income: 1 },
      materials: [page('m-3'), page('m-4')],
      providedAt: at('03-04'),
    });
    expect(again.state).toMatchObject({
      file: {
        request: {
          materials: [
            page('m-1'),
            { ...page('m-2'), handedInAt: at('03-03') },
            { ...page('m-3'), handedInAt: at('03-04') },
            { ...page('m-4'), handedInAt: at('03-04') },
          ],
        },
      },
    });
  });

  test('a paper takes the place of the promise of it', () => {
    const old = { ...certificate, grade: 'D', reference: 'm-0' };
    const answer = givenState(receive({ answers: {}, materials: [old] }).state, at('03-04')).when({
      type: 'ProvideSupplement',
      answers: { income: 1 },
      materials: [certificate],
    });
    expect(answer.state).toMatchObject({ file: { request: { materials: [certificate] } } });
  });

  test('delivered twice changes nothing the second time', () => {
    const command = {
      type: 'ProvideSupplement',
      answers: {},
      materials: [certificate],
      providedAt: at('03-03'),
    } as const;
    const once = givenState(waiting, at('03-04')).when(command).state;
    givenState(once, at('03-05')).when(command).thenNothing();
  });

  test('handed in in time is taken, however late it is read, and counts since then', () => {
    const providedAt = at('04-01', '23:50:00');
    const command = {
      type: 'ProvideSupplement',
      answers: { income: 700 },
      materials: [certificate],
      providedAt,
    } as const;
    const taken = givenState(waiting, at('04-02', '00:10:00')).when(command);
    taken.thenHappened({ type: 'SupplementGiven', providedAt, acceptBy: endOf('04-09') });
    expect(taken.state).toMatchObject({ status: 'received', file: { completeAt: providedAt } });
  });

  test('that may still be on its way is waited for two hours longer', () => {
    const { timeout: wake } = exampleDecider();
    expect(wake?.(waiting)).toEqual({ at: at('04-02', '01:59:59.999'), command: { type: 'Wake' } });
  });

  test('that may still be on its way is not given up when something else is due', () => {
    const until = at('04-02', '00:30:00');
    const both = givenState(waiting, at('04-01')).when({ type: 'Wait', name: 'seat', reason: 'waiting-list', until });
    givenState(both.state, until).when({ type: 'Wake' }).thenTypes('WaitEnded');
  });

  test('that never comes ends the case at its deadline, not before', () => {
    givenState(waiting, at('04-01')).when({ type: 'Wake' }).thenNothing();
    givenState(waiting, endOf('04-01'))
      .when({ type: 'Wake' })
      .then([
        {
          type: 'CaseDecided',
          at: endOf('04-01'),
          ruling: { outcome: 'refused', reason: 'supplement-not-provided', facts: {}, grounds: [] },
          decidedBy: 'rule',
        },
      ]);
  });

  test('that nobody asked for is refused', () => {
    const command = { type: 'ProvideSupplement', answers: {}, materials: [] } as const;
    givenState(accepted(), at('03-04')).when(command).thenRefused('nothing-asked');
    givenState(receive({ decidedBy: 'rule' }).state, at('03-04'))
      .when(command)
      .thenRefused('already-decided');
    given([], at('03-04')).when(command).thenRefused('unknown-case');
  });
});
