import type { RetentionTable } from '@lianban/manifest';
import { type CaseAt, dueOf, mandateDue } from './due';

const table: RetentionTable = {
  version: 'test-2026-01-01',
  rules: [
    { collection: 'cases', days: 100, law: 'of cases' },
    { collection: 'cases', item: 'long', days: 300, law: 'of the item' },
    { collection: 'applications', days: 200, law: 'of applications' },
    { collection: 'mandates', days: 100, law: 'of mandates' },
  ],
};
const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n));
const at = (n: number, ...held: string[]) => ({ table, asOf: day(n), isHeld: (id: string) => held.includes(id) });
const ended = {
  ...{ _id: 'LB1', version: 1, residentId: 'r-1', references: [], reviewBy: undefined },
  endedAt: day(0),
};
const caseOf = (more: Partial<CaseAt> = {}): CaseAt => ({
  ...{ _id: 'LB1/licence', version: 1, service: 'permits', item: 'short', references: [], closedAt: day(0) },
  ...more,
});
const lawsOf = ({ cases, application }: ReturnType<typeof dueOf>) => [
  ...cases.map(({ rule }) => rule.law),
  ...(application ? [application.law] : []),
];

test('a file goes on the day its time is over, the application by its own time', () => {
  const due = (n: number) => lawsOf(dueOf(ended, [caseOf()], at(n)));
  expect(due(99)).toEqual([]);
  expect(due(100)).toEqual(['of cases']);
  expect(due(200)).toEqual(['of cases', 'of applications']);
});

test('the application stays as long as one of its files', () => {
  const cases = [caseOf(), caseOf({ _id: 'LB1/relief', item: 'long' })];
  expect(lawsOf(dueOf(ended, cases, at(299)))).toEqual(['of cases']);
  expect(lawsOf(dueOf(ended, cases, at(300)))).toEqual(['of cases', 'of the item', 'of applications']);
});

test('a file that was closed later is counted from then, one closed early from the end of its application', () => {
  expect(dueOf(ended, [caseOf({ closedAt: day(10) })], at(109)).cases).toEqual([]);
  expect(dueOf({ ...ended, endedAt: day(10) }, [caseOf()], at(109)).cases).toEqual([]);
  expect(dueOf({ ...ended, endedAt: day(10) }, [caseOf()], at(110)).cases).toHaveLength(1);
});

test.each([
  ['held by its number', ended, [caseOf()], at(1000, 'LB1'), 'held'],
  ['held by its person', ended, [caseOf()], at(1000, 'r-1'), 'held'],
  ['still open to objection', { ...ended, reviewBy: day(1001) }, [caseOf()], at(1000), 'objection-open'],
  ['with an open case', ended, [caseOf(), caseOf({ closedAt: undefined })], at(1000), 'under-way'],
] as const)('nothing goes of what is %s', (_name, application, cases, terms, kept) => {
  expect(dueOf(application, cases, terms)).toEqual({ cases: [], application: undefined, kept });
});

test('where the table sets no end, there is none', () => {
  const none = { ...at(10_000), table: { ...table, rules: [] } };
  expect(lawsOf(dueOf(ended, [caseOf()], none))).toEqual([]);
});

test('a mandate goes after its end, unless it or one of the two is held', () => {
  const mandate = { _id: 'MD1', version: 1, endedAt: day(0), people: ['r-1', 'r-2'] };
  expect(mandateDue(mandate, at(99))).toBeUndefined();
  expect(mandateDue(mandate, at(100))?.law).toBe('of mandates');
  for (const held of ['MD1', 'r-1', 'r-2']) expect(mandateDue(mandate, at(100, held))).toBeUndefined();
});
