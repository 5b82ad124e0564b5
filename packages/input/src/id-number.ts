import { cleaned } from './cleaned';

/** The 18 characters of a citizen's ID number, without blanks and dashes, a small x made large; undefined when it has not their form. */
export function idNumberIn(typed: string): string | undefined {
  const text = cleaned(typed)
    .replace(/[\s\p{Dash_Punctuation}_]/gu, '')
    .toUpperCase();
  return /^\d{17}[\dX]$/.test(text) ? text : undefined;
}
