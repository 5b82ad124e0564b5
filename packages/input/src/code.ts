import { cleaned } from './cleaned';

/** A number or code as it stands on a document: without blanks and dashes, in capitals. */
export const codeIn = (typed: string): string =>
  cleaned(typed)
    .replace(/[\s\p{Dash_Punctuation}_]/gu, '')
    .toUpperCase();
