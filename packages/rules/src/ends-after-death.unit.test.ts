import type { Evidence } from '@lianban/casework';
import { endsAfterDeath, endsFrom } from './ends-after-death';

const evidence = (diedOn?: string) =>
  ({ request: { earlier: diedOn ? { register: { outcome: 'granted', diedOn } } : {} } }) as unknown as Evidence;
const rule = endsAfterDeath('hunan', (diedOn) => ({ seen: diedOn }));

// areas.md §1, on DeathRegistered; §4 SW2: died 2026-04-18 → May 0.
test.each([
  ['2026-04-18', '2026-05-01'],
  ['2026-12-31', '2027-01-01'],
  ['2026-01-31', '2026-02-01'],
])('died on %s, it ends from %s', (diedOn, from) => {
  expect(endsFrom(diedOn)).toBe(from);
  expect(rule(evidence(diedOn))).toMatchObject({ outcome: 'granted', facts: { endsFrom: from, seen: diedOn } });
});

test('nothing ends before the death is registered', () => {
  expect(rule(evidence())).toMatchObject({ outcome: 'refused', reason: 'death-not-registered', facts: {} });
});
