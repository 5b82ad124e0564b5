import type { ViewEvent } from './read-event';
import { type ViewDocument, withStale } from './view-document';

/** What became of a record: `gap` and `failed` make its subject stale; `behind` is left out because it is stale already. */
export type Became = 'applied' | 'duplicate' | 'gap' | 'failed' | 'behind';

/** What became of one record, for whoever counts and tells. */
export interface Outcome<V> {
  readonly event: ViewEvent<V>;
  readonly became: Became;
  readonly error?: unknown;
}

/**
 * The document after more records; the same object when they change nothing. A record that was applied before is a
 * duplicate. One whose predecessor is missing, or that cannot be applied, is left out and marks its subject; the records
 * after it are left out as well, until the one that is missing comes and all that were left out are sent again after it.
 */
export function applyEvents<V>(
  document: ViewDocument<V>,
  events: readonly ViewEvent<V>[],
): { readonly document: ViewDocument<V>; readonly outcomes: readonly Outcome<V>[] } {
  const seen = { ...document.seen };
  const stale = { ...document.stale };
  let { view } = document;
  let isChanged = false;
  const outcomes = events.map((event): Outcome<V> => {
    const { place, sequence } = event;
    const last = seen[place] ?? 0;
    if (sequence <= last) return { event, became: 'duplicate' };
    const leftOut = (became: 'gap' | 'failed', error?: unknown): Outcome<V> => {
      const before = stale[place];
      if (before === undefined || sequence > before) {
        stale[place] = sequence;
        isChanged = true;
      }
      return { event, became: before === undefined ? became : 'behind', error };
    };
    if (sequence > last + 1) return leftOut('gap');
    try {
      view = event.apply(view);
    } catch (error) {
      return leftOut('failed', error);
    }
    isChanged = true;
    seen[place] = sequence;
    if ((stale[place] ?? Infinity) <= sequence) delete stale[place];
    return { event, became: 'applied' };
  });
  return { document: isChanged ? withStale({ ...document, view, seen }, stale) : document, outcomes };
}
