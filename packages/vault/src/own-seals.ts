import type { Collection } from '@lianban/mongo';

/** Texts a service seals by itself, under keys of its own, inside states that are otherwise stored as they are. */
export interface OwnSeals {
  readonly collection: string;
  /** Where they stand, from the document's root: "state.names.agent". Each text begins with `v2.` and the id of its key. */
  readonly at: readonly string[];
  /** The key they are sealed under from now on. */
  readonly key: string;
  /** The same state, sealed under that key; the one given when nothing of it was under another. */
  readonly anew: (state: unknown, id: string) => unknown;
}

/** The name of their run, beside the one over what is sealed of whole documents. */
export const ownRunOf = (collection: string): string => `${collection} (own key)`;

/** The id of a key that came without one. A text under it begins with `v1` and names none. */
export const UNNAMED_KEY = 'unnamed';

const keyAt = (path: string) => {
  const parts = { $split: [`$${path}`, '.'] };
  const id = { $cond: [{ $eq: [{ $arrayElemAt: [parts, 0] }, 'v2'] }, { $arrayElemAt: [parts, 1] }, UNNAMED_KEY] };
  return { $cond: [{ $eq: [{ $type: `$${path}` }, 'string'] }, id, null] };
};

/** How many documents have texts under which key; one that has some under two counts twice. */
export async function ownByKey(documents: Collection<{ _id: string }>, at: readonly string[]) {
  const found = await documents
    .aggregate<{ _id: string; n: number }>([
      { $project: { key: { $setUnion: [at.map(keyAt)] } } },
      { $unwind: '$key' },
      { $match: { key: { $ne: null } } },
      { $group: { _id: '$key', n: { $sum: 1 } } },
    ])
    .toArray();
  return Object.fromEntries(found.map(({ _id, n }) => [_id, n]));
}
