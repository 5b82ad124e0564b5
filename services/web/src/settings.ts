import { z } from 'zod';

/** The site's settings by environment name, with the local stack's default. */
export const webSettings = z
  .object({
    HTTP_PORT: z.coerce.number().int().min(0).max(65535).default(7420).describe('where the gateway finds the pages'),
    API_URL: z
      .url({ protocol: /^https?$/ })
      .default('http://127.0.0.1:7480')
      .describe('where the gateway is'),
  })
  .transform((v) => ({ port: v.HTTP_PORT, apiUrl: v.API_URL.replace(/\/+$/, '') }));

export type WebSettings = z.output<typeof webSettings>;
