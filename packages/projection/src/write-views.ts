import { type Collection, Conflict, isLostRace } from '@lianban/mongo';
import { type Outcome, applyEvents } from './apply-events';
import type { ViewEvent } from './read-event';
import { type ViewDocument, newView } from './view-document';

export type Views<V> = Collection<ViewDocument<V>>;

/**
 * Applies records to their documents: one read, one write. Another process may write the same document, for it reads
 * another topic: who comes second reads again and applies again, and what was applied meanwhile changes nothing.
 */
export async function writeViews<V>(
  views: Views<V>,
  initial: V,
  events: readonly ViewEvent<V>[],
): Promise<readonly Outcome<V>[]> {
  const byDocument = Map.groupBy(events, ({ id }) => id);
  for (;;) {
    const before = await load(views, byDocument);
    const applied = [...byDocument].map(([id, its]) => applyEvents(before.get(id) ?? newView(id, initial), its));
    const changed = applied.flatMap(({ document }) => (document === before.get(document._id) ? [] : document));
    try {
      await store(views, before, changed);
      return applied.flatMap(({ outcomes }) => outcomes);
    } catch (error) {
      if (!isLostRace(error)) throw error;
    }
  }
}

export async function load<V>(
  views: Views<V>,
  ids: ReadonlySet<string> | ReadonlyMap<string, unknown>,
): Promise<ReadonlyMap<string, ViewDocument<V>>> {
  const found = await views.find({ _id: { $in: [...ids.keys()] } } as object).toArray();
  return new Map((found as unknown as ViewDocument<V>[]).map((document) => [document._id, document]));
}

/** @throws a lost race when a document is not as it was loaded */
export async function store<V>(
  views: Views<V>,
  before: ReadonlyMap<string, ViewDocument<V>>,
  changed: readonly ViewDocument<V>[],
): Promise<void> {
  if (changed.length === 0) return;
  const writes = changed.map((document) => {
    const { _id } = document;
    const version = before.get(_id)?.version;
    if (version === undefined) return { insertOne: { document: { ...document, version: 1 } } };
    return { replaceOne: { filter: { _id, version }, replacement: { ...document, version: version + 1 } } };
  });
  const { insertedCount, matchedCount } = await views.bulkWrite(writes as never, { ordered: false });
  if (insertedCount + matchedCount < changed.length) throw new Conflict('a document changed under these records');
}
