import type { CaseState } from '@lianban/casework';
import { public_security } from '@lianban/protos';
import { announce } from './announcements';

const { v1 } = public_security;
const at = new Date('2026-03-09T01:00:00Z');
const state = (item: string) =>
  ({
    status: 'decided',
    file: {
      request: {
        ...{ applicationNumber: 'LB1', step: 's', item, department: 'public-security', district: '410105' },
        ...{ residentId: 'widow', subjectId: 'husband' },
      },
    },
  }) as unknown as CaseState;
const granted = (diedOn: string) => ({ outcome: 'granted', reason: 'conditions-met', facts: { diedOn }, grounds: [] });
const refused = { outcome: 'refused', reason: 'facts-wrong', facts: {}, grounds: [] };
const said = (was: object, ruling: object, item = 'death-registration') => {
  const event = { type: 'CaseCorrected', at, was, ruling, reason: 'facts-wrong', findings: {} } as never;
  const entry = announce.CaseCorrected as unknown as (
    event: never,
    of: CaseState,
  ) => readonly { type: object; value: object }[];
  return entry(event, state(item)).filter(({ type }) => type === v1.DeathCorrected || type === v1.DeathRegistered);
};

// areas.md §1: DeathCorrected restores.
test('a death registered in error is taken back, and one of another day put right', () => {
  expect(said(granted('2026-02-20'), refused)).toEqual([
    { type: v1.DeathCorrected, value: { applicationNumber: 'LB1', residentId: 'husband', correctedAt: at } },
  ]);
  expect(said(granted('2026-02-20'), granted('2026-02-21'))).toMatchObject([
    { type: v1.DeathCorrected, value: { residentId: 'husband', diedOn: '2026-02-21' } },
  ]);
});

test('refused in error it is registered now, and nothing is said of other items', () => {
  expect(said(refused, granted('2026-02-20'))).toMatchObject([
    { type: v1.DeathRegistered, value: { residentId: 'husband', diedOn: '2026-02-20' } },
  ]);
  expect(said(refused, refused)).toEqual([]);
  expect(said(granted('2026-02-20'), refused, 'register-move')).toEqual([]);
});
