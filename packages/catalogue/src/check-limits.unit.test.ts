import { soundDepartments } from './departments';

const limits = (lines: string) => `department: parks
topic: parks.v1
name: { zh: 园林局, en: Parks }
complaints: { zh: 园林局, en: Parks }
items:
  - code: tree-permit
    version: 1
    name: { zh: 树, en: Tree }
    description: { zh: 树, en: Tree }
    area: public-security
    synonyms: { zh: [], en: [] }
    whoCanApply: { zh: 居民, en: Residents }
    legalBasis: [{ zh: 法, en: Law }]
    feeCents: 0
    decidedBy: officer
${lines}
`;
const read = (lines: string) => soundDepartments([{ kind: 'department', label: 'parks.yaml', text: limits(lines) }]);

test.each([
  ['working days', '    statutoryDays: 20\n    promisedDays: 20', { statutoryDays: 20 }],
  ['calendar days', '    statutoryCalendarDays: 15\n    promisedDays: 10', { statutoryCalendarDays: 15 }],
])('a statutory limit in %s is read', (_what, lines, item) => {
  expect(read(lines)[0]?.items[0]).toMatchObject(item);
});

test.each([
  [
    'both',
    '    statutoryDays: 20\n    statutoryCalendarDays: 15\n    promisedDays: 5',
    'parks.yaml:17: .*keep the one',
  ],
  ['none', '    promisedDays: 5', 'parks.yaml:6: .*no statutory limit'],
  ['a promise later', '    statutoryDays: 20\n    promisedDays: 21', 'parks.yaml:17: .*promised later'],
  // Eleven working days are more than two weeks.
  [
    'a promise later in weeks',
    '    statutoryCalendarDays: 15\n    promisedDays: 11',
    'parks.yaml:17: .*promised later',
  ],
])('%s is told with its line', (_what, lines, sentence) => {
  expect(() => read(lines)).toThrow(new RegExp(sentence));
});
