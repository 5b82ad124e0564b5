import { standardCharacter } from './private-use';

// Zero-width and bidirectional controls, variation selectors: they come along with copied text and nobody sees them.
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
const privateUse = /[\uE000-\uF8FF]/g;

/** What was typed, with characters of full width made plain (NFKC), rare ones at their standard place, and nothing invisible. */
export const cleaned = (typed: string): string =>
  typed.replace(privateUse, standardCharacter).normalize('NFKC').replace(invisible, '').trim();
