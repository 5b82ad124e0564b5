/** A text under a heading; the first of a document often has none. */
export interface SheetPart {
  readonly heading?: string;
  readonly lines: readonly string[];
}

/** One document to print, in one language: from the head to the seal line. */
export interface Sheet {
  readonly language: 'zh-CN' | 'en';
  /** Who issues it. */
  readonly organ: string;
  readonly title: string;
  readonly number: string;
  /** Whom it is for. */
  readonly addressee: string;
  readonly parts: readonly SheetPart[];
  /** At the right, below the text: the seal line and the day. */
  readonly signature: readonly string[];
  /** Small, at the end: address, digest, what it is not. */
  readonly notes: readonly string[];
}
