import { describeChanges } from './changes';

const runs = (...names: [string, string][]) =>
  new Map(names.map(([name, startedAt], index) => [name, { pid: index + 1, startedAt }]));

test('a start reports what it started and replaced, and nothing when it changed nothing', () => {
  const before = runs(['kafka', '1'], ['permits', '1']);
  expect(describeChanges(before, before)).toBeUndefined();
  expect(describeChanges(before, runs(['kafka', '1'], ['permits', '2'], ['gateway', '2']))).toBe(
    'started gateway; started anew, because what they are made of changed: permits',
  );
});
