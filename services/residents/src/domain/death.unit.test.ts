import { type DeathCommand, type DeathState, death } from './death';

const at = new Date('2026-03-02T01:00:00Z');
const registered = { type: 'RegisterDeath', residentId: 'r-1', diedOn: '2026-02-20', registeredAt: at } as const;
const takenBack = { type: 'CorrectDeath', residentId: 'r-1', at } as const;
const after = (...commands: readonly DeathCommand[]): DeathState =>
  commands.reduce<DeathState>((state, command) => {
    const events = death.decide(command, state, at);
    if ('refused' in events) throw new Error(events.detail);
    return events.reduce(death.evolve, state);
  }, death.initial('LB1/cancel-register'));

test('a death is kept once, however often it is said', () => {
  expect(after(registered, registered)).toEqual(after(registered));
  expect(death.decide(registered, after(registered, { type: 'SettleDeath' }), at)).toEqual([]);
});

test('taken back, nobody has died, whatever comes late', () => {
  expect(after(registered, takenBack)).toEqual({ status: 'taken-back', residentId: 'r-1' });
  expect(after(registered, takenBack, takenBack, registered)).toEqual(after(registered, takenBack));
  expect(after(takenBack, registered)).toEqual(after(takenBack));
});

test('put right, the day is another and what ended is looked at again', () => {
  const otherDay = { ...takenBack, diedOn: '2026-02-21' };
  expect(after(registered, { type: 'SettleDeath' }, otherDay)).toMatchObject({ diedOn: '2026-02-21', settled: false });
  expect(after(registered, takenBack, otherDay)).toMatchObject({ status: 'registered', diedOn: '2026-02-21' });
});
