import { seededRandom } from '@lianban/infra';
import fc from 'fast-check';
import { tally, openTallies, Servers } from '@lianban/testing';
import type { Database } from '../src/database';
import { type LoadedDocument, asWritten } from '../src/document';
import { commitBatch } from '../src/commit';

const servers = new Servers();
let db: Database;
beforeAll(async () => {
  db = await openTallies(servers);
});
afterAll(async () => {
  await db.close();
  await servers.close();
});

type Plain = Record<string, unknown>;
const isPlain = (value: unknown): value is Plain => Object.getPrototypeOf(value ?? 0) === Object.prototype;

/** What a rule may make of a value: most of it kept as it is, some changed, some gone, lists grown or new. */
function evolved(before: unknown, other: unknown, random: () => number): unknown {
  if (Array.isArray(before)) return random() < 0.6 ? [...before, other] : [other];
  if (!isPlain(before) || !isPlain(other)) return other;
  const after: Plain = { ...before };
  for (const name of new Set([...Object.keys(before), ...Object.keys(other)])) {
    const chance = random();
    if (chance < 0.1) delete after[name];
    else if (chance < 0.15) after[name] = undefined;
    else if (chance < 0.4) after[name] = evolved(before[name], other[name] ?? null, random);
  }
  return after;
}

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', '0', 'x.y', '$z', 'LB1/step');
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, 0, 1, 'text', true),
    fc.date({ noInvalidDate: true }),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(name, tie('any'), { noNullPrototype: true, maxKeys: 8 }),
  ),
})).any;
const state = fc.dictionary(name, value, { noNullPrototype: true, minKeys: 1 });

const commit = (entries: readonly LoadedDocument[], batch: number) =>
  commitBatch(db, new Map([['tallies', tally]]), entries, {
    batch: { _id: 'changing', batch, at: new Date(), records: [] },
    replaces: { _id: 'changing', $or: [{ batch: { $lte: batch - 1 } }, { fence: true }] },
  });

const withoutUndefined = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (!isPlain(value)) return value;
  const kept = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(kept.map(([key, each]) => [key, withoutUndefined(each)]));
};

test('whatever a rule makes of a state, and again, the document is what was decided', async () => {
  const random = seededRandom(7);
  const nothing = { state: {}, seen: {}, sent: {} };
  let entries = fc.sample(state, { numRuns: 400, seed: 7 }).map((begun, n): LoadedDocument => {
    const id = `C/${n}`;
    return {
      aggregate: 'tallies',
      id,
      loaded: 0,
      version: 1,
      base: nothing,
      ...nothing,
      state: begun,
      lastBatch: '',
      asks: [],
    };
  });
  await commit(entries, 1);
  for (let round = 2; round <= 4; round++) {
    const others = fc.sample(state, { numRuns: entries.length, seed: round });
    entries = entries.map(asWritten).map((entry, n) => ({
      ...entry,
      version: round,
      state: evolved(entry.state, others[n], random),
      seen: { ...entry.seen, [`source:C/${n % 3}`]: round },
    }));
    await commit(entries, round);
    const stored = await db.of('tallies').find({}).toArray();
    const found = new Map(stored.map((document) => [document._id, document]));
    for (const { id, state: decided, seen } of entries)
      expect(found.get(id)).toMatchObject({ version: round, state: withoutUndefined(decided), seen });
  }
}, 60_000);
