import { type CorrectionCommand, type CorrectionState, correction } from './correction';
import { type PersonState, person } from './person';

const at = new Date('2026-03-02T01:00:00Z');
const ask: CorrectionCommand = {
  type: 'AskCorrection',
  residentId: 'r-1',
  field: 'phone',
  sealed: 'new phone',
  reference: 'FM1',
  district: '410105',
};
const after = (...commands: CorrectionCommand[]): CorrectionState =>
  commands.reduce((state, command) => {
    const events = correction.decide(command, state, at);
    if ('refused' in events) throw new Error(events.refused);
    return events.reduce(correction.evolve, state);
  }, correction.initial('C1'));

test('it is asked once, and decided once', () => {
  expect(after(ask, ask)).toMatchObject({ status: 'asked', field: 'phone', askedAt: at });
  const granted = after(ask, { type: 'GrantCorrection', officer: 'officer:o-1' });
  expect(granted).toMatchObject({ status: 'granted', officer: 'officer:o-1', decidedAt: at });
  const refuse = { type: 'RefuseCorrection', officer: 'officer:o-2', reason: 'sealed words' } as const;
  expect(correction.decide(refuse, granted, at)).toMatchObject({ refused: 'correction-decided' });
  expect(after(ask, refuse)).toMatchObject({ status: 'refused', reason: 'sealed words' });
  expect(correction.decide(refuse, { status: 'none' }, at)).toMatchObject({ refused: 'correction-not-found' });
});

test('the register takes over the one field, and nothing of who somebody is', () => {
  const registered = {
    ...{ status: 'registered', personId: 'r-1', idIndex: 'i', birthDate: '1944-03-15', district: '410105' },
    ...{ communityCode: '410105001003', registeredAt: at },
    sealed: { name: 'n', idNumber: 'i', phone: 'old phone', address: 'a' },
  } satisfies PersonState;
  const command = { type: 'CorrectPerson', field: 'phone', sealed: 'new phone' } as const;
  const events = person.decide(command, registered, at);
  if ('refused' in events) throw new Error(events.refused);
  expect(events.reduce(person.evolve, registered as PersonState)).toEqual({
    ...registered,
    sealed: { ...registered.sealed, phone: 'new phone' },
  });
  expect(person.decide(command, person.initial('r-2'), at)).toMatchObject({ refused: 'resident-not-found' });
});
