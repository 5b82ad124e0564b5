/** A document of a projection as the database holds it. */
export interface ViewDocument<V = unknown> {
  readonly _id: string;
  readonly version: number;
  readonly view: V;
  /** Per source and subject, the last sequence applied: "permits:/licence" → 3. */
  readonly seen: Readonly<Record<string, number>>;
  /**
   * Per source and subject with a record that is missing or cannot be applied: the last sequence that came and was left
   * out. What the view says of them is true up to `seen` and no further.
   */
  readonly stale?: Readonly<Record<string, number>>;
  readonly isStale?: true;
}

export const newView = <V>(id: string, view: V): ViewDocument<V> => ({ _id: id, version: 0, view, seen: {} });

/** The document with these marks; without any, it is not stale. */
export function withStale<V>(document: ViewDocument<V>, stale: Readonly<Record<string, number>>): ViewDocument<V> {
  const { _id, version, view, seen } = document;
  const isStale = Object.keys(stale).length > 0;
  return { _id, version, view, seen, ...(isStale && { stale, isStale }) };
}
