import type { Database, StoredDocument } from '@lianban/engine';
import { isLostRace } from '@lianban/mongo';
import type { Projection } from './projection';
import { newView } from './view-document';
import { type Views, store } from './write-views';

const atOnce = 500;

/**
 * Makes the documents of the first generation from those of the service. One that is there already stays: another process
 * made it, or has applied records to it since.
 */
export async function seed<V>(
  db: Pick<Database, 'of' | 'seals'>,
  { seed: from }: Projection<V>,
  views: Views<V>,
): Promise<void> {
  if (!from) return;
  let some: StoredDocument[] = [];
  const flush = async () => {
    const made = some.flatMap((document) => from.viewsOf(document));
    some = [];
    await store(
      views,
      new Map(),
      made.map(({ id, view, seen }) => ({ ...newView(id, view), seen })),
    ).catch(unlessThere);
  };
  const fields = { projection: { state: 1, sealed: 1, seen: 1, sent: 1 } };
  for await (const document of db.of(from.aggregate).find({}, fields)) {
    some.push(await db.seals.open(from.aggregate, document));
    if (some.length === atOnce) await flush();
  }
  await flush();
}

const unlessThere = (error: unknown): void => {
  if (!isLostRace(error)) throw error;
};
