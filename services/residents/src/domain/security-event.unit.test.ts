import { type SecurityEvent, idsAlone, securityEvent } from './security-event';

const event: SecurityEvent = {
  at: new Date('2026-03-02T01:00:00Z'),
  kind: 'disclosure',
  who: 'officer:o-1',
  what: 'POST /api/desk/cases/:number/:step/resident/disclosure',
  about: 'LB20260302000001/licence',
  whence: '2001:db8::1',
  outcome: 'done',
  count: 1,
};

test('an event of ids is kept, and stays as it is', () => {
  const kept = securityEvent.decide({ type: 'KeepSecurityEvent', event }, { status: 'none' }, event.at);
  expect(kept).toEqual([{ type: 'SecurityEventKept', event }]);
  const other = { type: 'KeepSecurityEvent', event: { ...event, outcome: 'case-closed' } } as const;
  expect(securityEvent.decide(other, { status: 'kept', ...event }, event.at)).toEqual([]);
});

test.each([
  ['who', '王秀兰'],
  ['who', 'officer:11010519491231002X'],
  ['about', '11010519491231002X'],
  ['about', '金水区经八路'],
  ['what', 'a text'],
  ['whence', 'somewhere'],
  ['outcome', 'He said no.'],
] as const)('a text is left out of %s, and the event is kept: "%s"', (name, text) => {
  const kept = idsAlone({ ...event, [name]: text });
  expect(kept).toEqual({ ...event, [name]: ['about', 'outcome'].includes(name) ? 'withheld' : '' });
});
