import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadDepartment } from '@lianban/catalogue';
import { step } from '../../test/given/example';
import type { ItemRules } from './item-rules';
import { itemsInUse } from './items-in-use';

const folder = join(__dirname, '..', '..', 'test', 'inspections');
const shipped = loadDepartment(folder);
const text = readFileSync(join(folder, 'catalogue.yaml'), 'utf8');
const label = `${shipped.department}.yaml`;
const ITEM = text.slice(text.indexOf('  - code: plain'));
const rules: readonly ItemRules[] = [
  { code: 'plain', rule: () => ({ outcome: 'granted', reason: 'conditions-met', facts: {}, grounds: [] }) },
];
const question = '    answers:\n      - { name: area, label: { zh: 面积, en: Area }, type: number, required: true }\n';
/** The second version of the item asks a question; the first stands beside it, unless it was removed. */
const second = ITEM.replace('version: 1', 'version: 2').replace('\n    name:', `\n${question}    name:`);
const taken = (items: string) => [
  { kind: 'department', label: 'pools.yaml', text: 'department: [' } as const,
  { kind: 'department', label, text: text.replace(ITEM, items) } as const,
];
const given = () => itemsInUse(rules, shipped);
const missing = (from: ReturnType<typeof given>, itemVersion?: number) =>
  from
    .item(step({ answers: {}, ...(itemVersion && { itemVersion }) }))
    ?.missing(step({ answers: {} }))
    .map(({ code }) => code);

test('a case is decided by the version of the item that it was asked for, whatever was taken since', () => {
  const items = given();
  items.catalogue.use(taken(`${ITEM}\n${second}`));
  expect(missing(items, 1)).toEqual([]);
  expect(missing(items, 2)).toEqual(['area']);
  // Asked for by a release that told no version.
  expect(missing(items)).toEqual(['area']);
});

test('a version that is not taken yet is no refusal: the record is parked', () => {
  const items = given();
  expect(() => missing(items, 2)).toThrow('has not taken item "plain" version 2');
  items.catalogue.use(taken(`${ITEM}\n${second}`));
  expect(missing(items, 2)).toEqual(['area']);
});

test('a wrong file is refused and changes nothing; one of another department does not matter', () => {
  const items = given();
  items.catalogue.use(taken(`${ITEM}\n${second}`));
  expect(() => items.catalogue.use(taken(ITEM.replace('version: 1', 'version: one')))).toThrow(`${label}:`);
  expect(missing(items, 2)).toEqual(['area']);
});

test('what only the shipped file has stays known, and an item without rules waits for them', () => {
  const items = given();
  items.catalogue.use(taken(second.replaceAll('code: plain', 'code: unruled')));
  expect(missing(items, 1)).toEqual([]);
  expect(items.item(step({ item: 'unruled' }))).toBeUndefined();
  expect(items.catalogue.rules).toEqual([`${shipped.department}/plain`]);
});

test('a city that gave its catalogue back runs the shipped one', () => {
  const items = given();
  items.catalogue.use(taken(`${ITEM}\n${second}`));
  items.catalogue.use(undefined);
  expect(missing(items)).toEqual([]);
});
