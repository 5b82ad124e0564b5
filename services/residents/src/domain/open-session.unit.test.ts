import { type KeptSession, type OpenSessionCommand, type OpenSessionState, openSession } from './open-session';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 1, minute));
const kept = (minute: number, more: Partial<KeptSession> = {}): OpenSessionCommand => ({
  type: 'KeepSession',
  session: {
    personId: 'r-1',
    role: 'resident',
    device: { browser: 'firefox', system: 'windows' },
    startedAt: at(0),
    seenAt: at(minute),
    ...more,
  },
});
const after = (...commands: OpenSessionCommand[]): OpenSessionState =>
  commands.reduce((state, command) => {
    const events = openSession.decide(command, state, at(59));
    if ('refused' in events) throw new Error(events.refused);
    return events.reduce<OpenSessionState>((now, event) => openSession.evolve(now, event), state);
  }, openSession.initial('s-1'));

test('the last use is kept, and a use that is told late does not take it back', () => {
  expect(after(kept(0), kept(10), kept(5))).toMatchObject({ status: 'open', startedAt: at(0), seenAt: at(10) });
});

test('a closed session is not opened by a use that is told late', () => {
  expect(after(kept(0), { type: 'CloseSession' }, kept(10))).toEqual({ status: 'closed' });
});

test('a session stays with whom it was first kept for', () => {
  expect(after(kept(0), kept(10, { personId: 'r-2' }))).toMatchObject({ personId: 'r-1', seenAt: at(0) });
});

test('closing what was never kept changes nothing', () => {
  expect(after({ type: 'CloseSession' })).toEqual({ status: 'unknown' });
});
