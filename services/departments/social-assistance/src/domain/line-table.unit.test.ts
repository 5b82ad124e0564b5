import { LINE_TABLE, lineAt, type LineRow } from './line-table';

const table: readonly LineRow[] = [
  { from: '2027-01-01', version: 'next', defaultCents: 80_000, districtCents: {} },
  { from: '2026-01-01', version: 'now', defaultCents: 74_000, districtCents: { '410105': 76_000 } },
];
const summer = new Date('2026-07-15T04:00:00Z');

test('a district’s own line goes before the city’s', () => {
  expect(lineAt('410105', summer, table)).toEqual({ version: 'now', cents: 76_000 });
  expect(lineAt('410102', summer, table)).toEqual({ version: 'now', cents: 74_000 });
});

test('a line changes at midnight in Zhengzhou, not in Greenwich', () => {
  expect(lineAt('410105', new Date('2026-12-31T15:59:59Z'), table)?.version).toBe('now');
  expect(lineAt('410105', new Date('2026-12-31T16:00:00Z'), table)).toEqual({ version: 'next', cents: 80_000 });
});

test('before the first line there is none', () => {
  expect(lineAt('410105', new Date('2025-12-31T15:59:59Z'), table)).toBeUndefined();
});

test('the shipped lines say that they are demo values', () => {
  expect(LINE_TABLE.every((row) => row.version.startsWith('demo'))).toBe(true);
});
