import { type AuditEntry, nextBlock } from '@lianban/audit-log';
import type { TestCity } from '../../src/city';
import { bookFaults } from './book';

const at = new Date('2026-03-02T01:00:00Z');
const read = (n: number): AuditEntry => ({
  id: `r20260302T010000-0000000a.000000000${n}`,
  state: { reader: 'social-assistance', caseId: `LB${n}/relief`, at },
});

/** A city with a sealed book of three reads, whose stored reads are then replaced by `now`. */
function cityWith(now: readonly AuditEntry[]): TestCity {
  const found = [read(1), read(2), read(3)];
  const page = nextBlock(undefined, { found, isAll: true, now: at, sealedAt: at })!;
  const stored: Readonly<Record<string, readonly { _id: string; state: unknown }[]>> = {
    reads: now.map(({ id, state }) => ({ _id: id, state })),
    pages: [{ _id: 'page-0000000001', state: page }],
  };
  const within = (ids: { $gt: string; $lte: string } | undefined) => (each: { _id: string }) =>
    !ids || (each._id > ids.$gt && each._id <= ids.$lte);
  const collection = (_service: string, name: string) => ({
    async *find({ _id }: { _id?: { $gt: string; $lte: string } }) {
      yield* stored[name]!.filter(within(_id));
    },
  });
  return { collection } as unknown as TestCity;
}

const applications = new Set(['LB1', 'LB2', 'LB3']);
const faults = (...now: readonly AuditEntry[]) => bookFaults(cityWith(now), applications);

test('an unaltered book with a read for every means test satisfies I8', async () => {
  expect(await faults(read(1), read(2), read(3))).toEqual([]);
});

test('a read altered in the database violates I8', async () => {
  const altered = { ...read(2), state: { reader: 'nobody', caseId: 'LB2/relief', at } };
  expect(await faults(read(1), altered, read(3))).toEqual([
    `I8 page 1 of the book of reads: ${altered.id} was changed`,
  ]);
});

test('a removed read, and a means test without a read, violate I8', async () => {
  expect(await faults(read(1), read(3))).toEqual([
    `I8 page 1 of the book of reads: ${read(2).id} was removed`,
    'I8 nobody wrote down who read for LB2/relief',
  ]);
});
