import { cleaned } from './cleaned';

/** The characters of a code in the order of their values 0 to 30: no I, O, S, V, Z. */
const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The 18th character for the first 17 of a unified social credit code (GB 32100-2015, appendix A: weights 3^(i-1) mod 31). */
export function creditCheckCharacter(first17: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of first17) {
    sum += characters.indexOf(character) * weight;
    weight = (weight * 3) % characters.length;
  }
  return characters.charAt((characters.length - (sum % characters.length)) % characters.length);
}

/**
 * The 18 characters of a unified social credit code 统一社会信用代码, without blanks and dashes, in capitals: authority and kind, six
 * digits of a district, nine characters of the organisation, and the check character. Undefined when it has not their form.
 */
export function creditCodeIn(typed: string): string | undefined {
  const text = cleaned(typed)
    .replace(/[\s\p{Dash_Punctuation}_]/gu, '')
    .toUpperCase();
  return /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text) ? text : undefined;
}
