import { coalesceSkipped } from './coalesce-skipped';
import type { Parsed } from './parse-record';

const work = (subject: string, sequence: number, skip = false): Parsed => ({
  is: 'command',
  key: subject,
  command: {
    addressed: { aggregate: 'tallies', id: subject, command: { type: skip ? 'Skip' : 'Add' } },
    source: { subject, sequence },
    ...(skip && { ackOnly: skip }),
  },
});
const skipped = (subject: string, sequence: number) => work(subject, sequence, true);
const coalesced = (...records: Parsed[]) => {
  const { parsed, acknowledgedWith } = coalesceSkipped(records);
  const firsts = parsed.map((one) => (one.is === 'command' ? one.command.source?.from : undefined));
  return { firsts, acknowledgedWith: Object.fromEntries(acknowledgedWith) };
};

test('a skipped record is acknowledged with the next handled one of its subject', () => {
  expect(coalesced(skipped('a', 1), skipped('b', 4), skipped('a', 2), work('a', 3), work('b', 5))).toEqual({
    firsts: [undefined, undefined, undefined, 1, 4],
    acknowledgedWith: { 0: 3, 2: 3, 1: 4 },
  });
});

test('a skipped record that nothing follows is acknowledged by itself', () => {
  expect(coalesced(work('a', 1), skipped('a', 2))).toEqual({ firsts: [undefined, undefined], acknowledgedWith: {} });
});

test('a hole in the sequence is not closed by it', () => {
  expect(coalesced(skipped('a', 1), work('a', 3))).toEqual({ firsts: [undefined, undefined], acknowledgedWith: {} });
  expect(coalesced(skipped('a', 1), skipped('a', 3), work('a', 4))).toEqual({
    firsts: [undefined, undefined, 3],
    acknowledgedWith: { 1: 2 },
  });
});

test('a record delivered again is acknowledged by itself', () => {
  expect(coalesced(skipped('a', 1), work('a', 1))).toEqual({ firsts: [undefined, undefined], acknowledgedWith: {} });
});
