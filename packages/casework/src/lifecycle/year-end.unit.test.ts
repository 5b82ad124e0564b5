import { rulesOf } from '../../test/given/given';
import { at, endOf, exampleDecider, step } from '../../test/given/example';
import { waitsForOfficer } from './work-queue';

const { given, givenState } = rulesOf(exampleDecider());
const late = (more = {}) => step({ requestedAt: at('12-18'), ...more });
const receive = (more = {}) => given([], at('12-18')).when({ type: 'ReceiveStep', request: late(more) });

describe('limits that would reach into a year without a holiday table', () => {
  test('do not lose a step: an officer has it, accepted, without dates and with the reason', () => {
    const answer = receive({ decidedBy: 'rule' });
    answer.thenTypes('CaseReceived', 'CaseAccepted', 'CaseHandedOver');
    answer.thenHappened({ type: 'CaseHandedOver', why: 'calendar-year-missing' });
    expect(answer.state).toMatchObject({
      status: 'accepted',
      file: { decidedBy: 'officer', clock: { acceptedAt: at('12-18'), undated: 'calendar-year-missing' } },
    });
    expect(waitsForOfficer(answer.state)).toBe(true);
  });

  test('let a rule decide all the same where the department wants that', () => {
    const goOn = rulesOf(exampleDecider({ withoutDates: 'go-on' }));
    const answer = goOn.given([], at('12-18')).when({ type: 'ReceiveStep', request: late({ decidedBy: 'rule' }) });
    answer.thenTypes('CaseReceived', 'CaseAccepted', 'CaseDecided');
    answer.thenHappened({ type: 'CaseAccepted', undated: 'calendar-year-missing' });
  });

  test('accept a case whose deemed acceptance has no date either', () => {
    const answer = given([], at('12-29')).when({ type: 'ReceiveStep', request: late({ requestedAt: at('12-29') }) });
    answer.thenTypes('CaseReceived', 'CaseAccepted', 'CaseHandedOver');
  });

  test('still give the resident a deadline for a supplement', () => {
    receive({ answers: {} }).thenHappened({ type: 'SupplementAsked', answerBy: endOf('2027-01-17') });
  });

  test('refuse what an officer does, and never passing time', () => {
    const waiting = receive();
    waiting.thenTypes('CaseReceived');
    givenState(waiting.state, at('12-21'))
      .when({ type: 'Accept', officer: 'o-1' })
      .thenRefused('calendar-year-missing');
    const deemed = givenState(waiting.state, endOf('12-25')).when({ type: 'Wake' });
    deemed.thenTypes('CaseAccepted', 'CaseHandedOver');
    deemed.thenHappened({ type: 'CaseAccepted', deemed: true, acceptedAt: at('12-18') });
  });

  test('refuse to resume or extend a dated case, while a resident’s answer goes on without dates', () => {
    const started = given([], at('11-30')).when({
      type: 'ReceiveStep',
      request: late({ requestedAt: at('11-30') }),
    });
    const accepted = givenState(started.state, at('11-30')).when({ type: 'Accept', officer: 'o-1' }).state;
    givenState(accepted, at('12-01'))
      .when({ type: 'AskExtension', officer: 'o-1', days: 10, reason: 'difficult-case' })
      .thenRefused('calendar-year-missing');

    const paused = givenState(accepted, at('12-02')).when({ type: 'Pause', officer: 'o-1', reason: 'hearing' }).state;
    givenState(paused, at('12-30')).when({ type: 'Resume', officer: 'o-1' }).thenRefused('calendar-year-missing');

    const missing = [{ code: 'photo', note: 'Photo' }];
    const asked = givenState(accepted, at('12-02')).when({ type: 'RequestSupplement', officer: 'o-1', missing }).state;
    givenState(asked, at('12-30'))
      .when({ type: 'ProvideSupplement', answers: {}, materials: [] })
      .thenHappened({ type: 'CaseResumed', undated: 'calendar-year-missing' });
  });

  test('let a case without dates be paused, resumed and decided', () => {
    const undated = receive({ decidedBy: 'rule' }).state;
    const paused = givenState(undated, at('12-21')).when({ type: 'Pause', officer: 'o-1', reason: 'hearing' }).state;
    const resumed = givenState(paused, at('2027-01-04')).when({ type: 'Resume', officer: 'o-1' });
    resumed.thenHappened({ type: 'CaseResumed', undated: 'calendar-year-missing' });
    givenState(resumed.state, at('2027-01-05'))
      .when({ type: 'Decide', officer: 'o-1', outcome: 'granted', reason: '', findings: {} })
      .thenTypes('CaseDecided');
  });
});
