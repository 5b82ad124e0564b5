import { public_security } from '@lianban/protos';
import { deathsHeard } from './deaths';

const { v1 } = public_security;
const heard = { key: 'LB1', subject: 'LB1/register', sequence: 3, source: 'register' };
const { handlers, topic } = deathsHeard({ from: 'register', recheckBy: (diedOn) => `look after ${diedOn}` });
const commandOf = (type: { $type: string }, message: object) =>
  handlers
    .find((each) => each.type.$type === type.$type)
    ?.to(message, { ...heard, at: new Date('2026-06-10T01:00:00Z') });

// areas.md §1, on DeathRegistered; §4 SW2: died 2026-04-18 → May 0.
test.each([
  ['2026-04-18', '2026-05'],
  ['2026-12-31', '2027-01'],
  ['2026-01-31', '2026-02'],
])('died on %s, what is drawn stops from %s', (diedOn, from) => {
  expect(topic).toBe('register.v1');
  expect(commandOf(v1.DeathRegistered, { residentId: 'r-1', diedOn })).toMatchObject({
    id: 'person:r-1',
    command: { type: 'StopAll', cause: 'death', from, recheckBy: `look after ${diedOn}` },
  });
});

test('a correction to another day moves the stop; to nobody who died, it resumes', () => {
  expect(commandOf(v1.DeathCorrected, { residentId: 'r-1', diedOn: '2026-05-02' })?.command).toMatchObject({
    ...{ type: 'RestopAll', cause: 'death', from: '2026-06' },
  });
  expect(commandOf(v1.DeathCorrected, { residentId: 'r-1' })?.command).toEqual({
    ...{ type: 'ResumeAll', stoppedFor: 'death', cause: 'death-corrected', from: '2026-06' },
  });
});

test('a day that does not exist is dead, not a month', () => {
  expect(() => commandOf(v1.DeathRegistered, { residentId: 'r-1', diedOn: '2026-02-30' })).toThrow('no day');
});
