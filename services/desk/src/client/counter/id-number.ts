import { idNumberIn } from '@lianban/input';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

/** Checks the format and check digit of an ID number (GB 11643-1999), to catch typing mistakes at once. */
export function isIdNumber(typed: string): boolean {
  const text = idNumberIn(typed);
  if (text === undefined) return false;
  const sum = weights.reduce((all, weight, place) => all + weight * Number(text[place]), 0);
  return checks[sum % 11] === text[17];
}
