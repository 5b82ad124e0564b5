import { isLostRace } from '@lianban/mongo';
import { type ViewDocument, withStale } from './view-document';
import { type Views, load, store } from './write-views';

const atOnce = 500;

/**
 * A topic keeps its records for days only. What it no longer keeps cannot be read again: a document that is further in the
 * generation before than in the rebuilt one is taken over from there.
 * @returns how many cannot be taken over yet, for the generation before has still to read what the new one has read
 */
export async function carryOver<V>(before: Views<V>, rebuilt: Views<V>): Promise<number> {
  let behind = 0;
  let some: ViewDocument<V>[] = [];
  const flush = async () => {
    behind += await carrySome(some, rebuilt);
    some = [];
  };
  for await (const document of before.find({})) {
    some.push(document as unknown as ViewDocument<V>);
    if (some.length === atOnce) await flush();
  }
  await flush();
  return behind;
}

async function carrySome<V>(some: readonly ViewDocument<V>[], rebuilt: Views<V>): Promise<number> {
  const there = await load(rebuilt, new Set(some.map(({ _id }) => _id)));
  const verdicts = some.map((old) => carried(old, there.get(old._id)));
  const documents = verdicts.flatMap((verdict) => (typeof verdict === 'object' ? [verdict] : []));
  const behind = verdicts.filter((verdict) => verdict === 'behind').length;
  try {
    await store(rebuilt, there, documents);
    return behind;
  } catch (error) {
    // A record was applied meanwhile: looked at again in the next round.
    if (isLostRace(error)) return behind + documents.length;
    throw error;
  }
}

/**
 * The document to take over; "complete" when the rebuilt one has read everything, or will: its records follow each other;
 * "behind" when the former one has still to read what the rebuilt one was given.
 */
export function carried<V>(
  old: ViewDocument<V>,
  rebuilt: ViewDocument<V> | undefined,
): ViewDocument<V> | 'complete' | 'behind' {
  const { seen = {}, stale = {} } = rebuilt ?? {};
  const isCut = ([place, sequence]: [string, number]) =>
    stale[place] === undefined ? seen[place] === undefined : (seen[place] ?? 0) < sequence;
  if (!Object.entries(old.seen).some(isCut)) return 'complete';
  const came = [...Object.entries(seen), ...Object.entries(stale)];
  const ahead = came.filter(([place, sequence]) => sequence > (old.seen[place] ?? 0));
  if (ahead.some(([place]) => old.stale?.[place] === undefined)) return 'behind';
  const marks = { ...old.stale };
  for (const [place, sequence] of ahead) marks[place] = Math.max(marks[place] ?? 0, sequence);
  return withStale(old, marks);
}
