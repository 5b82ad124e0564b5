import { z } from 'zod';
import { wholeNumber } from './query';

const limit = wholeNumber(1, 100).default(20).describe('At most this many');
const cursor = z
  .string()
  .regex(/^[\x21-\x7e]{1,512}$/)
  .optional()
  .describe('nextCursor of the page before');

/** Pagination by cursor. */
export const page = z.strictObject({ limit, cursor });
