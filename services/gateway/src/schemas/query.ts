import { z } from 'zod';

/** A whole number in a query, in digits alone: "1e1", "0x5" and "" are none. */
export const wholeNumber = (least: number, most: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' && /^[0-9]{1,9}$/.test(value) ? Number(value) : value),
    z
      .number({ error: `must be a whole number from ${least} to ${most}` })
      .int()
      .min(least)
      .max(most),
  );

/** true or false in a query. */
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
