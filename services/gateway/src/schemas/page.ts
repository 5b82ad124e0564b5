import { z } from 'zod';

const limit = z.coerce.number().int().min(1).max(100).default(20).describe('At most this many');
const cursor = z
  .string()
  .regex(/^[\x21-\x7e]{1,512}$/)
  .optional()
  .describe('nextCursor of the page before');

/** Pagination by cursor. */
export const page = z.strictObject({ limit, cursor });
