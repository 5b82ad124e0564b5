import { tableOf } from './hash-table';

test('a table is a copy that may be added to', () => {
  const counts = { 'LB1/relief': 2 };
  const table = tableOf(counts);
  table['LB1/permit'] = 1;
  expect(Object.entries(table)).toEqual([
    ['LB1/relief', 2],
    ['LB1/permit', 1],
  ]);
  expect(counts).toEqual({ 'LB1/relief': 2 });
});

test('no name means anything in a table', () => {
  const table = tableOf<number>({});
  table['__proto__'] = 1;
  expect(Object.keys(table)).toEqual(['__proto__']);
  expect(table['toString']).toBeUndefined();
});
