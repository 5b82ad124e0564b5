import { identityKinds } from '@lianban/input';
import { z } from 'zod';

/*
 * Rules of texts in a form that every reader of the OpenAPI document understands alike: patterns name their characters, because \d, \w
 * and \s mean more in some languages than in others, and lengths count characters, as JSON Schema does, not halves of surrogate pairs.
 */

/** Without U+0000. Halves of characters are refused too, but no pattern says so: half of the readers of patterns know none. */
export const wellFormed = '^[^\\u0000]*$';
const notBlank = /[^\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/u;

/** Whether a text has at most so many characters. Counting ends there: a body may hold a megabyte. */
export function isWithin(text: string, most: number): boolean {
  if (text.length <= most) return true;
  if (text.length > 2 * most) return false;
  return [...text].length <= most;
}

const upTo = (most: number) =>
  z
    .string()
    .regex(new RegExp(wellFormed, 'u'))
    .refine((text) => isWithin(text, most), { error: `must not be longer than ${most} characters` });

/** At most so many characters; may be empty. */
export const words = (most: number) => upTo(most).meta({ maxLength: most });

/** At most so many characters, not all of them blanks; blanks at both ends are taken off. */
export const someWords = (most: number) =>
  upTo(most).regex(notBlank, 'must not be blank').trim().meta({ minLength: 1, maxLength: most });

/** Which document the number stands on. */
export const idKind = z
  .enum(identityKinds)
  .default('identity-card')
  .describe('Kind of the identity document; an identity card unless said');

/** An identity number as people write or paste it, with blanks, dashes and characters of full width: the register reads it. */
export const idNumber = upTo(64).meta({ minLength: 1, maxLength: 64 }).min(1);
