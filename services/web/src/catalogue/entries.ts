import type { Package } from '../api/package';
import type { Text } from '../page/reader';
import { sitePlaces } from './site-places';

/** Something a search can find. */
export interface Entry {
  readonly path: string;
  readonly name: Text;
  readonly about: Text;
  /** The package it is part of, for an item. */
  readonly within?: Text;
  /** Other words people use for it. */
  readonly keywords: readonly string[];
}

/** Everything there is to find: packages, the items in them, and places of this site. */
export const entriesOf = (packages: readonly Package[]): readonly Entry[] => [
  ...packages.map(({ code, name, description, synonyms }) => ({
    path: `/things/${code}`,
    name,
    about: description,
    keywords: [...synonyms.zh, ...synonyms.en],
  })),
  ...packages.flatMap((each) =>
    each.steps.map(({ id, item }) => ({
      path: `/things/${each.code}#step-${id}`,
      name: item.name,
      about: item.description,
      within: each.name,
      keywords: [...item.synonyms.zh, ...item.synonyms.en],
    })),
  ),
  ...sitePlaces,
];
