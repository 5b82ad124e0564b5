import { codeIn } from './code';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The 18th character for the first 17 digits of a citizen's ID number (GB 11643-1999, ISO 7064 MOD 11-2). */
export function checkCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(first17[i]), 0);
  return '10X98765432'.charAt(sum % 11);
}

/** The 18 characters of a citizen's ID number, without blanks and dashes, a small x made large; undefined when it has not their form. */
export function idNumberIn(typed: string): string | undefined {
  const text = codeIn(typed);
  return /^\d{17}[\dX]$/.test(text) ? text : undefined;
}
