import type { ViewEvent } from './read-event';
import { type ViewDocument, withStale } from './view-document';

/** What became of a record: `gap` and `failed` make its subject stale; `behind` is left out because it is stale already. */
export type Became = 'applied' | 'duplicate' | 'gap' | 'failed' | 'behind';

export interface Applied<V> {
  readonly document: ViewDocument<V>;
  readonly became: Became;
  readonly error?: unknown;
}

/**
 * The document after one more record. A record that was applied before changes nothing. One whose predecessor is missing,
 * or that cannot be applied, is left out and marks its subject; the records after it are left out as well, until the one
 * that is missing comes and all that were left out are sent again after it.
 */
export function applyEvent<V>(document: ViewDocument<V>, event: ViewEvent<V>): Applied<V> {
  const { place, sequence } = event;
  const { seen, stale = {} } = document;
  const last = seen[place] ?? 0;
  if (sequence <= last) return { document, became: 'duplicate' };
  const became = stale[place] === undefined ? 'gap' : 'behind';
  if (sequence > last + 1) return { document: leftOut(document, event), became };
  try {
    const view = event.apply(document.view);
    const applied = { ...document, view, seen: { ...seen, [place]: sequence } };
    return { document: withStale(applied, stillStale(stale, place, sequence)), became: 'applied' };
  } catch (error) {
    return { document: leftOut(document, event), became: became === 'gap' ? 'failed' : 'behind', error };
  }
}

const leftOut = <V>(document: ViewDocument<V>, { place, sequence }: ViewEvent<V>): ViewDocument<V> => {
  const { stale = {} } = document;
  return (stale[place] ?? 0) >= sequence ? document : withStale(document, { ...stale, [place]: sequence });
};

const stillStale = (stale: Readonly<Record<string, number>>, place: string, sequence: number) =>
  Object.fromEntries(Object.entries(stale).filter(([of, upTo]) => of !== place || upTo > sequence));
