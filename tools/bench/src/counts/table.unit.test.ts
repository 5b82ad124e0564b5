import { countsTable, workOfOne } from './table';
import type { Work } from './work-of-each';

const work = (more: Partial<Work>): Work => ({
  ...{ produced: 0, delivered: 0, queries: 0, inserts: 0, updates: 0, transactions: 0 },
  ...more,
});

test('what an idle service does in the same time is no work of an application', () => {
  const counted = {
    before: new Map([['permits', work({ queries: 10, inserts: 3 })]]),
    after: new Map([['permits', work({ queries: 40, inserts: 103 })]]),
    idle: new Map([['permits', work({ queries: 50, inserts: 103 })]]),
    applications: 100,
  };
  expect(workOfOne(counted).get('permits')).toEqual(work({ queries: 0.2, inserts: 1 }));
});

test('who does nothing for an application stands last, with zeros', () => {
  const each = new Map([
    ['health', work({})],
    ['permits', work({ produced: 2, transactions: 0.125 })],
  ]);
  const [, , first, second, together] = countsTable(each).split('\n');
  expect(first).toBe('| permits | 2 | 0 | 0 | 0 | 0 | 0.13 |');
  expect(second).toBe('| health | 0 | 0 | 0 | 0 | 0 | 0 |');
  expect(together).toBe('| **together** | 2 | 0 | 0 | 0 | 0 | 0.13 |');
});
