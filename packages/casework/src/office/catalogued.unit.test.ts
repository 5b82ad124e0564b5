import { join } from 'node:path';
import { type DepartmentFile, loadDepartment } from '@lianban/catalogue';
import type { Evidence } from '../lifecycle/item';
import { step } from '../../test/given/example';
import { cataloguedItems } from './catalogued';
import type { ItemRules, Verdict } from './item-rules';

const plain = loadDepartment(join(__dirname, '..', '..', 'test', 'inspections'));
const label = { zh: '字', en: 'Word' };
const field = { label, required: false } as const;
const [entry] = plain.items as [DepartmentFile['items'][number]];

/** The department with one item that needs a paper, a number and, if there is one, a day. */
const file: DepartmentFile = {
  ...plain,
  grounds: [
    { code: 'line', rule: { zh: '法', en: 'Law art. 9' }, text: { zh: '{line} 元', en: 'The line is {line}.' } },
  ],
  items: [
    {
      ...entry,
      materials: [{ code: 'plan', name: label, grade: 'C' }],
      answers: [
        { ...field, name: 'area', type: 'number', required: true },
        { ...field, name: 'since', type: 'string', format: 'date' },
      ],
    },
  ],
};
const verdict: Verdict = {
  outcome: 'granted',
  reason: 'conditions-met',
  facts: {},
  grounds: [{ code: 'line', facts: { line: '740.00' }, version: '2026', met: true }],
};
const itemOf = (more: Partial<ItemRules> = {}, of = file) =>
  cataloguedItems([{ code: 'plain', rule: () => verdict, ...more }], of)[0]!;

const plan = { code: 'plan', grade: 'C', reference: 'r' };
const evidence = (more: Parameters<typeof step>[0]): Evidence => ({
  request: step(more),
  known: {},
  findings: {},
  now: new Date('2026-03-02T01:00:00Z'),
});
const missing = (more: Parameters<typeof step>[0], of = itemOf()) => of.missing(step(more)).map(({ code }) => code);

test('everything the catalogue asks for is missing at once, with what only the rules see', () => {
  const nothing = { answers: {}, materials: [] };
  expect(missing(nothing, itemOf({ missing: () => ['scores'] }))).toEqual(['plan', 'area', 'scores']);
  expect(missing({ answers: { area: 24 }, materials: [plan] })).toEqual([]);
});

test.each([
  ['of another type', { area: '24' }, ['area']],
  ['blank', { area: '  ' }, ['area']],
  ['no day of the calendar', { area: 24, since: '2026-02-30' }, ['since']],
  ['left out, though it need not be there', { area: 24, since: '' }, []],
])('an answer %s', (_, answers, codes) => {
  expect(missing({ answers, materials: [plan] })).toEqual(codes);
});

test('a ruling carries the words of its grounds, with their facts', () => {
  expect(itemOf().rule(evidence({}))).toMatchObject({
    reason: 'conditions-met',
    grounds: [
      {
        code: 'line',
        rule: 'Law art. 9',
        version: '2026',
        explanation: 'The line is 740.00.',
        facts: { line: '740.00' },
      },
    ],
  });
});

test('an item that decides on complete applications alone says what to ask for first', () => {
  const strict = itemOf({ completeOnly: true });
  expect(strict.rule(evidence({ answers: {}, materials: [plan] }))).toMatchObject({
    refused: 'application-incomplete',
    detail: 'Ask for these first: area.',
  });
  expect(strict.rule(evidence({ answers: { area: 1 }, materials: [plan] }))).toMatchObject({ outcome: 'granted' });
});

test('a newer version of an item says what is needed', () => {
  const newer = { ...entry, version: 2 };
  const both = { ...file, items: [...file.items, newer] };
  expect(missing({ answers: {}, materials: [] }, itemOf({}, both))).toEqual([]);
});

test('rules and catalogue name the same items and grounds', () => {
  expect(() => cataloguedItems([], file)).toThrow('item "plain" of permits has no rules: list them in items.ts');
  expect(() => itemOf({ code: 'other' }, { ...file, items: [] })).toThrow('"other" of permits is not in its catalogue');
  expect(() => itemOf({}, { ...file, grounds: [] }).rule(evidence({}))).toThrow(
    'ground "line" of permits has no words',
  );
});
