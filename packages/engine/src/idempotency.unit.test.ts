import { type Tally, type TallyCommand, TALLIES, tally } from '@lianban/testing';
import type { CommandEnvelope } from './command-envelope';
import { type Batch, decideBatch } from './decide-batch';
import { type LoadedDocument, documentKey, newDocument } from './document';
import { idempotencyKeyType, idempotencyKeys } from './idempotency';

const now = new Date('2026-03-02T02:00:00Z');
const keys = idempotencyKeys(idempotencyKeyType('keys'), 1_000);
const aggregates = new Map([
  [TALLIES.name, tally],
  ['keys', keys],
]);
const context = { service: 'counting', topic: 'counting.v1', aggregates, now, requestTimeoutMs: () => 1_000 };

const add = (id: string, hash: string, amount = 2): CommandEnvelope => ({
  addressed: { aggregate: 'tallies', id, command: { type: 'Add', amount } as TallyCommand },
  idempotency: { keys: 'keys', key: 'resident/k', hash },
});

/** Decides on what earlier batches left, as the database would have it. */
function decideAfter(before: Batch | undefined, ...batch: CommandEnvelope[]): Batch {
  const stored = new Map(before?.changed.map((each) => [documentKey(each.aggregate, each.id), each]));
  const find = ({ aggregate, id }: { aggregate: string; id: string }): LoadedDocument =>
    stored.get(documentKey(aggregate, id)) ?? newDocument(aggregates.get(aggregate)!, id);
  return decideBatch(batch, find, context);
}

test('the key is committed with what it stands for', () => {
  const { outcomes, changed } = decideAfter(undefined, add('A', 'h'));
  expect(outcomes).toMatchObject([{ is: 'done', id: 'A', events: [{ type: 'Added' }] }]);
  expect(changed.map(({ aggregate, id }) => `${aggregate} ${id}`)).toEqual(['keys resident/k', 'tallies A']);
});

test('the same request again is answered with the document of the first, and changes nothing', () => {
  const first = decideAfter(undefined, add('A', 'h'));
  const again = decideAfter(first, add('B', 'h'));
  expect(again.outcomes).toMatchObject([{ is: 'done', id: 'A', state: { total: 2 }, events: [] }]);
  expect(again).toMatchObject({ changed: [], records: [] });
});

test('twice in one batch is once', () => {
  const both = decideAfter(undefined, add('A', 'h'), add('B', 'h'));
  expect(both.outcomes).toMatchObject([{ id: 'A' }, { id: 'A', events: [] }]);
  expect(both.changed.map(({ id }) => id)).toEqual(['resident/k', 'A']);
});

test('another request under the same key is refused', () => {
  const first = decideAfter(undefined, add('A', 'h'));
  const other = decideAfter(first, add('B', 'other'));
  expect(other.outcomes).toMatchObject([{ is: 'refused', refusal: { refused: 'idempotency-key-reused' } }]);
  expect(other.changed).toEqual([]);
});

test('a refused command leaves its key unused', () => {
  const refused = decideAfter(undefined, add('A', 'h', 0));
  expect(refused.outcomes).toMatchObject([{ is: 'refused', refusal: { refused: 'not-positive' } }]);
  expect(refused.changed).toEqual([]);
  const better = decideAfter(refused, add('A', 'h'));
  expect((better.changed.at(-1)!.state as Tally).total).toBe(2);
});
