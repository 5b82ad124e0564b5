import { checkCharacter } from '@lianban/input';

/** A made-up ID number 公民身份号码 that passes every check (GB 11643, ISO 7064 MOD 11-2): born in 1950, the n-th that day. */
export function idNumber(n: number): string {
  const day = new Date(Date.UTC(1950, 0, 1 + Math.floor(n / 1000))).toISOString().slice(0, 10).replaceAll('-', '');
  const first17 = `410102${day}${String(n % 1000).padStart(3, '0')}`;
  return first17 + checkCharacter(first17);
}
