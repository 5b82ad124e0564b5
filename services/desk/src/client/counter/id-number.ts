import { checkCharacter, idNumberIn } from '@lianban/input';

/** Checks the format and check digit of an ID number, to catch typing mistakes at once. */
export function isIdNumber(typed: string): boolean {
  const text = idNumberIn(typed);
  return text !== undefined && checkCharacter(text) === text[17];
}
