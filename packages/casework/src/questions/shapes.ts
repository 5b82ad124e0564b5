import { z } from 'zod';
import type { Facts } from '../lifecycle/item';

// What answers are made of. Proto3 has no null: what is not known is empty.

export const shape = (fields: z.ZodRawShape): z.ZodType<Facts> => z.strictObject(fields);
export const count = (most: number) => z.int().min(0).max(most).default(0);
/** In fen. */
export const cents = z.int().min(0).default(0);
export const flag = z.boolean().default(false);
export const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .or(z.literal(''))
  .default('');
export const day = z.iso.date().or(z.literal('')).default('');
export const oneOf = (...codes: readonly string[]) => z.enum(['', ...codes]).default('');
export const district = z.string().regex(/^\d{6}$/);
