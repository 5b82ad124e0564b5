import { z } from 'zod';

/** The desk's settings by environment name, with the local stack's default. */
export const deskSettings = z
  .object({
    HTTP_PORT: z.coerce.number().int().min(0).max(65535).default(7422).describe('where the gateway finds the desk'),
  })
  .transform((v) => ({ port: v.HTTP_PORT }));
