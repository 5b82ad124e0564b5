import type { DocumentRef } from '@lianban/model';
import { TALLIES, type TallyCommand, tally } from '@lianban/testing';
import type { CommandEnvelope } from './command-envelope';
import type { Batch, DocumentSource } from './decide-batch';
import { type LoadedDocument, documentKey, newDocument } from './document';
import { OptimisticDocuments } from './optimistic-documents';

const created = { ...tally, createdBy: ['Add'] };
const aggregates = new Map([[TALLIES.name, created]]);
const alarmAt = new Date('2026-03-02T01:00:00Z');

/** Documents of a database in which those of `stored` are at the version given, and what was read of it. */
function over(stored: Readonly<Record<string, number>>, capacity?: number) {
  const reads: string[] = [];
  const read = async (refs: readonly DocumentRef[]) => {
    reads.push(...refs.map(({ id }) => id));
    return new Map(refs.map(({ id }) => [documentKey('tallies', id), at(id, stored[id] ?? 0)]));
  };
  return { documents: new OptimisticDocuments(aggregates, read, capacity), reads };
}

const at = (id: string, version: number): LoadedDocument => ({
  ...newDocument(created, id),
  ...{ version, loaded: version, state: { total: version, rings: 0, alarmAt } },
});
const command = (id: string, type: TallyCommand['type'], sequence?: number): CommandEnvelope => ({
  addressed: { aggregate: 'tallies', id, command: { type } },
  ...(sequence && { source: { subject: 's', sequence } }),
});

/** Uses the documents of `ids`, and writes those of `written`. */
const using =
  (ids: readonly string[], written: readonly string[], used: number[][]) =>
  (source: DocumentSource): Batch => {
    const found = ids.map((id) => source({ aggregate: 'tallies', id }, { type: 'Add' }));
    used.push(found.map((each) => each?.version ?? -1));
    const changed = found.filter((each) => each !== undefined).filter(({ id }) => written.includes(id));
    return { outcomes: [], records: [], changed };
  };

test('a document that the command creates is not read when the decision writes it', async () => {
  const { documents, reads } = over({});
  const used: number[][] = [];
  await documents.decide([command('a', 'Add')], using(['a'], ['a'], used), true);
  expect({ reads, used }).toEqual({ reads: [], used: [[0]] });
});

test('a guess that the decision does not write is read, and the batch is decided again', async () => {
  const { documents, reads } = over({ a: 3 });
  const used: number[][] = [];
  await documents.decide([command('a', 'Add')], using(['a'], [], used), true);
  expect({ reads, used }).toEqual({ reads: ['a'], used: [[0], [3]] });
});

test.each<[string, CommandEnvelope, boolean]>([
  ['after a lost race', command('a', 'Add'), false],
  ['for a command that creates nothing', command('a', 'Ring'), true],
  ['for a later record of a sequence', command('a', 'Add', 2), true],
])('nothing is guessed %s', async (_, envelope, mayAssumeNew) => {
  const { documents, reads } = over({ a: 3 });
  const used: number[][] = [];
  await documents.decide([envelope], using(['a'], ['a'], used), mayAssumeNew);
  expect({ reads, used }).toEqual({ reads: ['a'], used: [[3]] });
});

test('a document found missing while deciding is read', async () => {
  const { documents, reads } = over({ a: 1, b: 2 });
  const used: number[][] = [];
  await documents.decide([command('a', 'Ring')], using(['a', 'b'], ['a', 'b'], used), false);
  expect({ reads, used }).toEqual({
    reads: ['a', 'b'],
    used: [
      [1, -1],
      [1, 2],
    ],
  });
});

test('what this process wrote last is not read again, unless the decision leaves it unwritten', async () => {
  const { documents, reads } = over({ a: 9 });
  documents.keep([at('a', 5)]);
  const used: number[][] = [];
  await documents.decide([command('a', 'Ring')], using(['a'], ['a'], used), true);
  expect({ reads, used }).toEqual({ reads: [], used: [[5]] });
  await documents.decide([command('a', 'Ring')], using(['a'], [], used), true);
  expect({ reads, used: used.slice(1) }).toEqual({ reads: ['a'], used: [[5], [9]] });
});

test('a document nothing is due for is not kept; nor are more than fit, the least recent going first', async () => {
  const { documents, reads } = over({ a: 1, b: 1, c: 1, idle: 1 }, 2);
  documents.keep([{ ...at('idle', 1), state: { total: 1, rings: 0 } }, at('a', 1), at('b', 1)]);
  documents.keep([at('a', 2), at('c', 1)]);
  const ids = ['a', 'b', 'c', 'idle'];
  await documents.decide(
    ids.map((id) => command(id, 'Ring')),
    using(ids, ids, []),
    false,
  );
  expect(reads).toEqual(['b', 'idle']);
  documents.clear();
  await documents.decide([command('c', 'Ring')], using(['c'], ['c'], []), false);
  expect(reads).toEqual(['b', 'idle', 'c']);
});
