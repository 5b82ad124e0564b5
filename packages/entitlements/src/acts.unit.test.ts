import { isRefusal } from '@lianban/model';
import { at, lived } from '../test/given';
import { type Entitlement, type EntitlementCommand, due, entitlement, evolve } from './index';

const recheck = { by: '2027-03-15', everyMonths: 12, missed: 'suspend' } as const;
const stop: EntitlementCommand = {
  ...{ type: 'AskAct', act: 'stop', from: '2026-08', cause: 'conditions-lost', arrears: false, officer: 'o-1' },
};
const answer = (officer: string, approve = true): EntitlementCommand => ({ type: 'AnswerAct', approve, officer });
const refusalOf = (of: Entitlement, command: EntitlementCommand) => {
  const done = entitlement.decide(command, of, at('2026-07-02'));
  return isRefusal(done) ? done.refused : 'done';
};

test('a stop that one officer asks for stops nothing until another one approves it', () => {
  const asked = lived({}, ['2026-07-01', stop]);
  expect(asked).toMatchObject({ asked: { act: 'stop', officer: 'o-1' } });
  expect(due(asked, '2026-09')).toBe(10_000);
  expect(refusalOf(asked, answer('o-1'))).toBe('second-person-needed');
  const approved = lived({}, ['2026-07-01', stop], ['2026-07-02', answer('o-2')]);
  expect(approved).toMatchObject({ stop: { from: '2026-08', cause: 'conditions-lost' } });
  expect(approved.asked).toBeUndefined();
  expect([due(approved, '2026-07'), due(approved, '2026-08')]).toEqual([10_000, 0]);
});

test('who asked takes it back; what is open once is not asked again; without a question nobody answers', () => {
  const asked = lived({}, ['2026-07-01', stop]);
  expect(refusalOf(asked, stop)).toBe('act-already-asked');
  const back = lived({}, ['2026-07-01', stop], ['2026-07-02', answer('o-1', false)]);
  expect([back.asked, back.stop]).toEqual([undefined, undefined]);
  expect(refusalOf(back, answer('o-2'))).toBe('no-act-asked');
});

test('a stop in the past leaves overpaid what fell due meanwhile', () => {
  const past: EntitlementCommand = { ...stop, from: '2026-06' } as EntitlementCommand;
  const stopped = lived({}, ['2026-07-10', past], ['2026-07-11', answer('o-2')]);
  expect(stopped.overpaid.map(({ month }) => month)).toEqual(['2026-06', '2026-07']);
});

test('what is suspended or stopped is resumed by two, with arrears where they say so', () => {
  const resume = (arrears: boolean): EntitlementCommand => ({
    ...{ type: 'AskAct', act: 'resume', from: '2026-09', cause: 'stopped-in-error', arrears, officer: 'o-1' },
  });
  expect(refusalOf(lived({}), resume(true))).toBe('not-suspended');
  for (const arrears of [true, false]) {
    const held = ['2026-06-20', { type: 'Suspend', from: '2026-07', cause: 'under-check' }] as const;
    const resumed = lived({}, held, ['2026-08-30', resume(arrears)], ['2026-08-31', answer('o-2')]);
    expect([due(resumed, '2026-07'), due(resumed, '2026-09')]).toEqual([arrears ? 10_000 : 0, 10_000]);
  }
});

// areas.md SW2: a missed check suspends; an officer confirms.
test('it is looked at by the day of its rhythm, which moves on with a confirmation', () => {
  const confirm = (on: string): EntitlementCommand => ({ type: 'Confirm', on, cause: 'looked-at' });
  expect(lived({ recheck }).lookBy).toBe('2027-03-15');
  const missed = lived({ recheck }, ['2027-03-16', { type: 'Wake' }]);
  expect(missed).toMatchObject({ lookBy: '2027-03-15', suspensions: [{ cause: 'check-missed' }] });
  const confirmed = lived({ recheck }, ['2027-03-16', { type: 'Wake' }], ['2027-06-20', confirm('2027-06-20')]);
  expect(confirmed.lookBy).toBe('2028-03-15');
});

// areas.md §1: a death in a dibao household asks for a look within three months, beside the rhythm.
test('a look that a death asks for comes first, and its confirmation leaves the rhythm as it was', () => {
  const asked = ['2026-04-01', { type: 'AskRecheck', by: '2026-06-10', cause: 'death' }] as const;
  const looked = ['2026-06-01', { type: 'Confirm', on: '2026-06-01', cause: 'looked-at' }] as const;
  expect(lived({ recheck }, asked).lookBy).toBe('2026-06-10');
  expect(lived({ recheck }, asked, looked).lookBy).toBe('2027-03-15');
  expect(lived({}, asked).lookBy).toBe('2026-06-10');
  expect(lived({}, asked, looked).lookBy).toBeUndefined();
});

test('what has stopped need not be looked at', () => {
  const stopped = lived({ recheck }, ['2026-07-01', { type: 'Stop', from: '2026-08', cause: 'death' }]);
  expect(stopped.lookBy).toBeUndefined();
});

test('documents of before know no day by which they are looked at, and learn it with the next event', () => {
  const { lookBy, ...before } = lived({ recheck });
  expect(lookBy).toBe('2027-03-15');
  const suspended = { type: 'EntitlementSuspended', from: '2026-07', cause: 'x', at: at('2026-06-20') } as const;
  expect(evolve(before, suspended)).toMatchObject({ lookBy: '2027-03-15' });
});
