import type { FormField } from '@lianban/rest-client';
import { groupsOf, isScored, tallyOf } from './scores';

const text = (zh: string) => ({ zh, en: zh });
const scored = (name: string, group: string, maximum: number): FormField => ({
  ...{ name, label: text(name), type: 'integer', required: true, minimum: 0, maximum },
  scale: { group: text(group), source: text('demo'), scores: Array.from({ length: maximum + 1 }, () => text('x')) },
});
const fields = [
  scored('eating', '自理', 4),
  scored('walking', '运动', 4),
  scored('bathing', '自理', 4),
  { name: 'coma', label: text('昏迷'), type: 'boolean', required: false } satisfies FormField,
];

test('scores stand under their headings, in the order of the catalogue', () => {
  expect(groupsOf(fields).map(({ name, fields: of }) => [name.zh, of.map((each) => each.name)])).toEqual([
    ['自理', ['eating', 'bathing']],
    ['运动', ['walking']],
  ]);
  expect(fields.filter(isScored)).toHaveLength(3);
});

test('the total counts scores alone, and says how many are there', () => {
  expect(tallyOf(fields, { eating: 0, bathing: 3, coma: true, other: 9 })).toEqual({
    sum: 3,
    most: 12,
    count: 2,
    of: 3,
  });
});
