import { z } from 'zod';

/** A moment inside a cursor. */
export const moment = z
  .number()
  .int()
  .transform((ms) => new Date(ms))
  .pipe(z.date());

/** Opaque to whoever gets it. */
export const writeCursor = (parts: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(parts.map((part) => (part instanceof Date ? part.getTime() : part)))).toString(
    'base64url',
  );

/** Undefined for what is none: the list begins at its beginning. */
export function readCursor<T>(shape: z.ZodType<T>, text: string): T | undefined {
  try {
    return shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    return undefined;
  }
}
