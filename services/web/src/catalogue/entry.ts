import type { Text } from '../page/reader';

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
