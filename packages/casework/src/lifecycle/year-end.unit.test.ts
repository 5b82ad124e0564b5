import { cityCalendar } from '../calendar/city-calendar';
import { statutoryDaysOf } from '../calendar/statutory-days';
import { rulesOf } from '../../test/given/given';
import { at, endOf, exampleDecider, step } from '../../test/given/example';
import { clockView } from './clock-view';
import type { CaseState } from './state';

const tabledUntil = endOf('2026-12-31');
const late = (more = {}) => step({ requestedAt: at('12-18'), ...more });

/** A city that takes the table of 2027 on 21 December: New Year's bridge day, 4 January, is off, and 9 January made up for it. */
const city = cityCalendar();
const table = { year: 2027, holidays: [...statutoryDaysOf(2027), '2027-01-04'], workdays: ['2027-01-09'] };
city.use([{ table, from: at('12-21') }]);
const { given, givenState } = rulesOf(exampleDecider({ workingDays: city.at }));

const receive = (more = {}) => given([], at('12-18')).when({ type: 'ReceiveStep', request: late(more) });
const accept = (more = {}) =>
  givenState(receive(more).state, at('12-18')).when({ type: 'Accept', officer: 'o-1' }).state;
const setDates = (state: CaseState, day: string) => givenState(state, at(day)).when({ type: 'SetDates' });

describe('beyond the holiday tables', () => {
  test('a rule decides as on any day', () => {
    receive({ decidedBy: 'rule' }).thenTypes('CaseReceived', 'CaseAccepted', 'CaseDecided');
  });

  test('limits are provisional, and say since when', () => {
    const answer = givenState(receive().state, at('12-18')).when({ type: 'Accept', officer: 'o-1' });
    answer.then([
      {
        type: 'CaseAccepted',
        at: at('12-18'),
        acceptedAt: at('12-18'),
        deemed: false,
        officer: 'o-1',
        promisedAt: endOf('2027-01-04'),
        statutoryAt: endOf('2027-01-18'),
        provisionalAfter: tabledUntil,
      },
    ]);
    expect(clockView(answer.state as never, at('12-18'), city.at(at('12-18')))).toMatchObject({ dueProvisional: true });
  });

  test('limits that the tables cover are not', () => {
    const early = given([], at('03-02')).when({ type: 'ReceiveStep', request: step() }).state;
    const answer = givenState(early, at('03-02')).when({ type: 'Accept', officer: 'o-1' });
    expect(answer.events[0]).not.toHaveProperty('provisionalAfter');
  });

  test('so is the day on which it is deemed accepted', () => {
    const { given: inNoCity } = rulesOf(exampleDecider());
    const answer = inNoCity([], at('12-29')).when({ type: 'ReceiveStep', request: late({ requestedAt: at('12-29') }) });
    // 30 and 31 December, 4, 5 and 6 January.
    answer.thenHappened({ type: 'CaseReceived', acceptBy: endOf('2027-01-06'), provisionalAfter: tabledUntil });
  });

  test('the day by which a resident supplements is certain: calendar days', () => {
    const answer = receive({ answers: {} });
    answer.thenHappened({ type: 'SupplementAsked', answerBy: endOf('2027-01-17') });
    setDates(answer.state, '12-22').thenNothing();
  });

  test('an officer accepts, pauses, resumes and extends', () => {
    const accepted = accept();
    const paused = givenState(accepted, at('12-19')).when({ type: 'Pause', officer: 'o-1', reason: 'hearing' }).state;
    const resumed = givenState(paused, at('12-20')).when({ type: 'Resume', officer: 'o-1' });
    resumed.thenHappened({ type: 'CaseResumed', provisionalAfter: tabledUntil });
    const ask = { type: 'AskExtension', officer: 'o-1', days: 10, reason: 'difficult-case' } as const;
    const asked = givenState(resumed.state, at('12-20')).when(ask).state;
    givenState(asked, at('12-20'))
      .when({ type: 'ApproveExtension', officer: 'o-2' })
      .thenHappened({ type: 'CaseExtended', provisionalAfter: tabledUntil });
  });
});

describe('when the table has come', () => {
  test('both limits are counted again, once', () => {
    const answer = setDates(accept(), '12-22');
    answer.then([
      { type: 'DatesSet', at: at('12-22'), promisedAt: endOf('2027-01-05'), statutoryAt: endOf('2027-01-18') },
    ]);
    setDates(answer.state, '12-22').thenNothing();
  });

  test('and not before', () => {
    setDates(accept(), '12-20').thenNothing();
  });

  test('the day of deemed acceptance moves, and what wakes the case with it', () => {
    const early = cityCalendar();
    const rules = rulesOf(exampleDecider({ workingDays: early.at }));
    early.use([{ table, from: at('12-30') }]);
    const waiting = rules
      .given([], at('12-29'))
      .when({ type: 'ReceiveStep', request: late({ requestedAt: at('12-29') }) });
    const answer = rules.givenState(waiting.state, at('12-30')).when({ type: 'SetDates' });
    answer.then([{ type: 'DatesSet', at: at('12-30'), acceptBy: endOf('2027-01-07') }]);
    expect(exampleDecider().timeout?.(answer.state)?.at).toEqual(endOf('2027-01-07'));
  });

  test('a limit that has passed stays, and one that would lie in the past ends today', () => {
    const made = cityCalendar();
    // So many days made up that every limit would be earlier.
    const workdays = ['2027-01-02', '2027-01-03', '2027-01-09', '2027-01-10', '2027-01-16', '2027-01-17'];
    made.use([{ table: { ...table, holidays: statutoryDaysOf(2027), workdays }, from: at('2027-01-05') }]);
    const rules = rulesOf(exampleDecider({ workingDays: made.at }));
    rules
      .givenState(accept(), at('2027-01-13'))
      .when({ type: 'SetDates' })
      .then([
        {
          type: 'DatesSet',
          at: at('2027-01-13'),
          promisedAt: endOf('2027-01-04'),
          // By the table it would have been the day before.
          statutoryAt: endOf('2027-01-13'),
        },
      ]);
  });

  test('of a case whose clock stands still, the limit is counted to where it stopped', () => {
    const paused = givenState(accept(), at('12-20')).when({ type: 'Pause', officer: 'o-1', reason: 'hearing' }).state;
    const answer = setDates(paused, '2027-01-20');
    answer.thenHappened({ type: 'DatesSet', promisedAt: endOf('2027-01-05'), statutoryAt: endOf('2027-01-18') });
    expect(answer.state).toMatchObject({ status: 'paused' });
    givenState(answer.state, at('2027-01-21'))
      .when({ type: 'Resume', officer: 'o-1' })
      .thenHappened({ type: 'CaseResumed', promisedAt: endOf('2027-02-04') });
  });

  test('what is decided stays as it is', () => {
    setDates(receive({ decidedBy: 'rule' }).state, '12-22').thenNothing();
  });

  test('a limit beyond this table too stays provisional, as of its end', () => {
    const long = accept({ statutoryDays: 300 });
    setDates(long, '12-22').thenHappened({ type: 'DatesSet', provisionalAfter: endOf('2027-12-31') });
    setDates(setDates(long, '12-22').state, '12-23').thenNothing();
  });

  test('a case that a former release could not date has its dates', () => {
    const { promisedAt, statutoryAt, provisionalAfter, ...ledger } = (accept() as { file: { clock: object } }).file
      .clock as Record<string, unknown>;
    expect([promisedAt, statutoryAt, provisionalAfter]).not.toContain(undefined);
    const former = accept() as { file: object } & CaseState;
    const undated = { ...former, file: { ...former.file, clock: { ...ledger, undated: 'calendar-year-missing' } } };
    const answer = setDates(undated as CaseState, '12-22');
    answer.thenHappened({ type: 'DatesSet', promisedAt: endOf('2027-01-05') });
    setDates(answer.state, '12-22').thenNothing();
  });
});

describe('a statutory limit in calendar days', () => {
  const permit = { statutoryDays: 0, statutoryCalendarDays: 15, promisedDays: 5, requestedAt: at('04-28') };
  const acceptedOn = (day: string, more = {}) => {
    const state = given([], at(day)).when({ type: 'ReceiveStep', request: step({ ...permit, ...more }) }).state;
    return givenState(state, at(day)).when({ type: 'Accept', officer: 'o-1' });
  };

  test('ends on the fifteenth day, whatever holidays lie between (国令663: accepted 04-28, by 05-13)', () => {
    acceptedOn('04-28').thenHappened({ type: 'CaseAccepted', statutoryAt: endOf('05-13') });
  });

  test('stands still with its clock, day by day', () => {
    const { state } = acceptedOn('04-28');
    const paused = givenState(state, at('04-30')).when({ type: 'Pause', officer: 'o-1', reason: 'hearing' }).state;
    givenState(paused, at('05-06'))
      .when({ type: 'Resume', officer: 'o-1' })
      .thenHappened({ type: 'CaseResumed', statutoryAt: endOf('05-19') });
  });

  test('is certain beyond the tables, while its promise is not', () => {
    const { state } = acceptedOn('12-20', { statutoryCalendarDays: 60, promisedDays: 20 });
    const view = clockView(state as never, at('12-20'), city.at(at('12-20')));
    expect(view).toMatchObject({ dueProvisional: true, statutoryCalendarDays: 60, statutoryLeftDays: 60 });
    const answer = setDates(state, '12-22');
    answer.thenHappened({ type: 'DatesSet', statutoryAt: endOf('2027-02-18') });
  });
});
