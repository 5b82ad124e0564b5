import { z } from 'zod';

/** The site's settings by environment name, with the local stack's default. */
export const webSettings = z
  .object({
    HTTP_PORT: z.coerce.number().int().min(0).max(65535).default(7420).describe('where the gateway finds the pages'),
    API_URL: z
      .url({ protocol: /^https?$/ })
      .default('http://127.0.0.1:7480')
      .describe('where the gateway is'),
    SECURITY_CONTACT: z
      .string()
      .regex(/^$|^(https:\/\/|mailto:)[\x21-\x7e]+$/, 'must be an https: or mailto: address')
      .default('')
      .describe(
        'whom to tell of a weakness, `https://…` or `mailto:…`: stands in `/.well-known/security.txt`, which is not there without',
      ),
    SECURITY_CONTACT_UNTIL: z
      .union([z.literal(''), z.iso.date()])
      .default('')
      .describe('until when that holds, `YYYY-MM-DD`, at most a year ahead (RFC 9116); the file is gone the day after'),
  })
  .refine((v) => (v.SECURITY_CONTACT === '') === (v.SECURITY_CONTACT_UNTIL === ''), {
    path: ['SECURITY_CONTACT_UNTIL'],
    message: 'goes with SECURITY_CONTACT: give both or neither',
  })
  .transform((v) => ({
    port: v.HTTP_PORT,
    apiUrl: v.API_URL.replace(/\/+$/, ''),
    // In the city's time, to the end of that day.
    securityContact:
      v.SECURITY_CONTACT === ''
        ? undefined
        : { contact: v.SECURITY_CONTACT, until: new Date(`${v.SECURITY_CONTACT_UNTIL}T23:59:59.000+08:00`) },
  }));

export type WebSettings = z.output<typeof webSettings>;
