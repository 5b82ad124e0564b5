import type { Evidence, Facts } from '@lianban/casework';
import { type AllowanceRow, ALLOWANCE_TABLE, allowanceRowAt } from './allowance-table';
import { careAllowanceItem } from './care-allowance-item';

const table: readonly AllowanceRow[] = [
  { from: '2026-07-01', version: 'new', monthlyCents: { 2: 11_000, 3: 21_000, 4: 31_000 } },
  { from: '2026-01-01', version: 'old', monthlyCents: { 2: 10_000, 3: 20_000, 4: 30_000 } },
];
const item = careAllowanceItem(table);

const evidence = (earlier: Facts, now = new Date('2026-03-02T01:00:00Z')): Evidence => ({
  request: {
    applicationNumber: '2026000001',
    step: 'allowance',
    item: 'elderly-care-allowance',
    department: 'elderly-care',
    residentId: 'r-1',
    district: '410105',
    answers: {},
    earlier,
    materials: [],
    decidedBy: 'rule',
    statutoryDays: 20,
    promisedDays: 10,
    requestedAt: now,
  },
  known: {},
  findings: {},
  now,
});
const assessed = (level: unknown): Facts => ({ assessment: { outcome: 'granted', level, score: 50 } });

test.each([
  [2, 10_000],
  [3, 20_000],
  [4, 30_000],
])('level %i is paid %i cents a month', (level, amountCents) => {
  expect(item.rule(evidence(assessed(level)))).toMatchObject({
    outcome: 'granted',
    reason: 'conditions-met',
    facts: { level, amountCents },
    grounds: [{ code: 'level-paid', version: 'old', met: true }],
  });
});

test.each([0, 1])('level %i is not paid', (level) => {
  expect(item.rule(evidence(assessed(level)))).toMatchObject({
    outcome: 'refused',
    reason: 'level-below-two',
    grounds: [{ met: false }],
  });
});

test('the level is found whatever the step that assessed it is called', () => {
  const earlier = {
    permit: { outcome: 'granted', permitNumber: 'P-1' },
    examination: { outcome: 'granted', level: 4 },
  };
  expect(item.rule(evidence(earlier))).toMatchObject({ facts: { level: 4 } });
});

test.each([
  ['no earlier step', {}],
  ['a refused assessment', { assessment: { outcome: 'refused', level: 3 } }],
  ['no level', { assessment: { outcome: 'granted' } }],
  ['something that is no level', assessed('3')],
  ['a level past the scale', assessed(5)],
])('with %s the allowance is refused as level-unknown', (_case, earlier) => {
  expect(item.rule(evidence(earlier))).toMatchObject({ outcome: 'refused', reason: 'level-unknown' });
});

test('the row in force changes at midnight in Zhengzhou, not in Greenwich', () => {
  expect(allowanceRowAt(new Date('2026-06-30T15:59:59Z'), table)?.version).toBe('old');
  expect(allowanceRowAt(new Date('2026-06-30T16:00:00Z'), table)?.version).toBe('new');
});

test('before the first table nothing is computed', () => {
  expect(item.rule(evidence(assessed(3), new Date('2025-12-31T15:59:59Z')))).toMatchObject({
    refused: 'allowance-table-missing',
  });
});

test('the shipped table says that its values are demo values', () => {
  expect(ALLOWANCE_TABLE.every((row) => row.version.startsWith('demo'))).toBe(true);
});
