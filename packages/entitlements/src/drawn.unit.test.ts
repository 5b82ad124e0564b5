import { at } from '../test/given';
import { entitlementDocuments } from './documents';
import { type DrawnCommand, type DrawnEvent, type DrawnState, drawn } from './drawn';

const now = at('2026-06-10');
const from = (state: DrawnState, command: DrawnCommand) => drawn.decide(command, state, now) as readonly DrawnEvent[];
const after = (...commands: DrawnCommand[]) =>
  commands.reduce<DrawnState>((state, command) => from(state, command).reduce(drawn.evolve, state), drawn.initial('p'));

const paid: DrawnCommand = { type: 'PayFor', householdId: 'h-1' };
const stop: DrawnCommand = { type: 'StopAll', cause: 'death', from: '2026-05' };
const restop = (month: string): DrawnCommand => ({ type: 'RestopAll', cause: 'death', from: month });

test('what is said twice happens once; an earlier month counts', () => {
  expect(from(after(stop), stop)).toEqual([]);
  expect(from(after(stop), { ...stop, from: '2026-06' })).toEqual([]);
  expect(from(after(stop), { ...stop, from: '2026-04' })).toMatchObject([{ type: 'AllStopped', from: '2026-04' }]);
  expect(from(after(paid), paid)).toEqual([]);
});

test('put right to another month it stops with that one, and to the same one nothing happens', () => {
  expect(from(after(stop), restop('2026-04'))).toMatchObject([{ type: 'AllStopped', from: '2026-04' }]);
  expect(from(after(stop), restop('2026-05'))).toEqual([]);
  expect(from(after(stop), restop('2026-06'))).toMatchObject([
    { type: 'AllResumed', from: '2026-06', stoppedFor: 'death' },
    { type: 'AllStopped', from: '2026-06' },
  ]);
  expect(from(after(), restop('2026-06'))).toMatchObject([{ type: 'AllStopped', from: '2026-06' }]);
});

test('what is resumed starts anew, and still knows for which households it is paid', () => {
  const resume: DrawnCommand = { type: 'ResumeAll', stoppedFor: 'death', cause: 'death-corrected', from: '2026-06' };
  expect(after({ type: 'Add', id: 'e-1' }, paid, stop, resume)).toEqual({ ids: ['e-1'], households: ['h-1'] });
  expect(from(after(), resume)).toEqual([]);
});

// areas.md §1, on DeathRegistered: a dibao household is checked again by three months after the death; what it draws goes on.
test('of whoever is paid for a household, the household is looked at again, where a day is named', () => {
  const { policy } = entitlementDocuments().find(({ name }) => name === 'drawn')!;
  const state = after({ type: 'Add', id: 'e-1' }, paid);
  const stopped = (more: object) => ({ type: 'AllStopped', cause: 'death', from: '2026-04', at: now, ...more });
  const own = { id: 'e-1', command: { type: 'Stop', cause: 'death', from: '2026-04' } };
  const looked = { id: 'household:h-1', command: { type: 'RecheckAll', cause: 'death', by: '2026-06-10' } };
  expect(policy?.(stopped({ recheckBy: '2026-06-10' }), state, 'person:p')).toMatchObject([own, looked]);
  expect(policy?.(stopped({}), state, 'person:p')).toMatchObject([own]);
});
