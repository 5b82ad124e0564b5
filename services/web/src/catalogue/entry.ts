import type { BilingualText } from '../page/reader';

/** A search entry. */
export interface SearchEntry {
  readonly path: string;
  readonly name: BilingualText;
  readonly about: BilingualText;
  /** Of an item: the package it belongs to. */
  readonly within?: BilingualText;
  /** Synonyms. */
  readonly keywords: readonly string[];
}
