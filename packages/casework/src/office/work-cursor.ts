import { z } from 'zod';
import type { WorkCursor } from '../lifecycle/work-queue';

const moment = z
  .number()
  .int()
  .transform((ms) => new Date(ms))
  .pipe(z.date());
const cursor = z.tuple([moment, moment, z.string().max(200)]);

/** Opaque to whoever gets it. */
export const writeCursor = ({ asOf, due, id }: WorkCursor): string =>
  Buffer.from(JSON.stringify([asOf.getTime(), due.getTime(), id])).toString('base64url');

/** Undefined for what is none: the list begins at its beginning. */
export function readCursor(text: string): WorkCursor | undefined {
  if (text === '') return undefined;
  try {
    const [asOf, due, id] = cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { asOf, due, id };
  } catch {
    return undefined;
  }
}
