import type { BilingualText } from '../page/reader';

/** Something a search can find. */
export interface SearchEntry {
  readonly path: string;
  readonly name: BilingualText;
  readonly about: BilingualText;
  /** The package it is part of, for an item. */
  readonly within?: BilingualText;
  /** Other words people use for it. */
  readonly keywords: readonly string[];
}
