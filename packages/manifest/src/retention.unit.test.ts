import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { retentionTable, ruleFor } from './retention';

const folder = mkdtempSync(join(tmpdir(), 'retention-'));
afterAll(() => rmSync(folder, { recursive: true }));
const written = (text: string) => {
  const file = join(folder, 'retention.yaml');
  writeFileSync(file, text);
  return () => retentionTable(file);
};
const head = 'version: city-2027-01-01\nrules:\n';

test('the shipped table says that it is a demonstration, and by which law each period is set', () => {
  const table = retentionTable();
  expect(table.version).toMatch(/^demo-/);
  expect(table.rules.map(({ collection }) => collection)).toEqual(['cases', 'cases', 'applications', 'mandates']);
});

test('an item’s own rule goes before that of all', () => {
  const table = retentionTable();
  expect(ruleFor(table, 'cases', 'minimum-living-allowance')?.days).toBe(10_950);
  expect(ruleFor(table, 'cases', 'food-licence')?.days).toBe(3650);
  expect(ruleFor({ ...table, rules: [] }, 'cases', 'food-licence')).toBeUndefined();
});

test.each([
  ['  - { collection: cases, days: 59, law: x }', '60 days'],
  ['  - { collection: cases, days: 90, law: x }\n  - { collection: cases, days: 99, law: x }', 'two rules'],
  ['  - { collection: mandates, item: x, days: 90, law: x }', 'only cases'],
  ['  - { collection: reads, days: 90, law: x }', 'collection'],
])('%s is refused', (rules, word) => {
  expect(written(`${head}${rules}\n`)).toThrow(word);
});

test('a city’s own table is read', () => {
  expect(written(`${head}  - { collection: mandates, days: 365, law: x }\n`)()).toMatchObject({
    version: 'city-2027-01-01',
  });
});
