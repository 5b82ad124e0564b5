import { joinCounted } from './coalesce-skipped';
import type { Parsed } from './parse-record';

const work = (subject: string, sequence: number, skip = false): Parsed => ({
  is: 'work',
  key: subject,
  work: {
    order: { kind: 'tallies', id: subject, command: { type: skip ? 'Skip' : 'Add' } },
    source: { subject, sequence },
    ...(skip && { skip }),
  },
});
const counted = (subject: string, sequence: number) => work(subject, sequence, true);
const joined = (...records: Parsed[]) => {
  const { parsed, heardWith } = joinCounted(records);
  const firsts = parsed.map((one) => (one.is === 'work' ? one.work.source?.from : undefined));
  return { firsts, heardWith: Object.fromEntries(heardWith) };
};

test('what only counts is counted with the next record of its subject', () => {
  expect(joined(counted('a', 1), counted('b', 4), counted('a', 2), work('a', 3), work('b', 5))).toEqual({
    firsts: [undefined, undefined, undefined, 1, 4],
    heardWith: { 0: 3, 2: 3, 1: 4 },
  });
});

test('what nothing follows stands for itself', () => {
  expect(joined(work('a', 1), counted('a', 2))).toEqual({ firsts: [undefined, undefined], heardWith: {} });
});

test('a hole in the sequence is not closed by it', () => {
  expect(joined(counted('a', 1), work('a', 3))).toEqual({ firsts: [undefined, undefined], heardWith: {} });
  expect(joined(counted('a', 1), counted('a', 3), work('a', 4))).toEqual({
    firsts: [undefined, undefined, 3],
    heardWith: { 1: 2 },
  });
});

test('a record said again stands for itself', () => {
  expect(joined(counted('a', 1), work('a', 1))).toEqual({ firsts: [undefined, undefined], heardWith: {} });
});
