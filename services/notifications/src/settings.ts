import { z } from 'zod';
import { ConfigError } from '@lianban/settings';
import type { Config } from '@lianban/runtime';

export const notificationsSettings = z.object({
  SITE_URL: z
    .url()
    .optional()
    .describe('where residents sign in: the address that stands in SMS and mail. Needed by whoever sends any'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'is smtp://user:password@host:port or smtps://…')
    .optional()
    .describe('the mail server, `smtp://user:password@host:port` or `smtps://…`; without it nothing goes by mail'),
  MAIL_FROM: z.string().default('no-reply@lianban.invalid').describe('whose address stands in mail'),
  SMS_URL: z
    .url()
    .optional()
    .describe('where the SMS gateway takes messages (HTTP POST); without it nothing goes by SMS'),
  SMS_KEY: z.string().min(16).optional().describe('what requests to the SMS gateway carry as a bearer token'),
  RECEIPT_KEY: z
    .string()
    .min(16)
    .optional()
    .describe(
      'what the SMS gateway and the mail system sign their receipts with (HMAC-SHA-256); without it no receipt is believed',
    ),
});
export type NotificationsSettings = z.output<typeof notificationsSettings>;

/** What sends: each way this city has. */
export interface Ways {
  readonly link: string;
  /** Nothing is sent in the clear where TLS is required. */
  readonly mail?: { readonly url: string; readonly from: string; readonly requireTls: boolean };
  readonly sms?: { readonly url: string; readonly key: string };
  readonly receiptKey?: string;
}

/** The key of the processes of a local city, which take whatever they are given and show it to everybody. */
export const LOCAL_KEY = 'local-city-demo-key';

/** @throws ConfigError when something is sent and a setting it needs is missing, or is one of a local city in production */
export function waysOf(settings: NotificationsSettings, environment: Config['environment']): Ways {
  const { SITE_URL, SMTP_URL, MAIL_FROM, SMS_URL, SMS_KEY, RECEIPT_KEY } = settings;
  if ((SMTP_URL ?? SMS_URL) && !SITE_URL) throw new ConfigError('SITE_URL: is missing: messages say where to look');
  if (SMS_URL && !SMS_KEY) throw new ConfigError('SMS_KEY: is missing: the SMS gateway wants to know who sends');
  if (environment === 'production') refuseLocal(settings);
  return {
    link: SITE_URL ? new URL('/inbox', SITE_URL).href : '',
    ...(SMTP_URL && { mail: { url: SMTP_URL, from: MAIL_FROM, requireTls: environment === 'production' } }),
    ...(SMS_URL && { sms: { url: SMS_URL, key: SMS_KEY ?? '' } }),
    ...(RECEIPT_KEY && { receiptKey: RECEIPT_KEY }),
  };
}

function refuseLocal({ SMTP_URL, SMS_URL, SMS_KEY, RECEIPT_KEY }: NotificationsSettings): void {
  for (const [name, value] of Object.entries({ SMTP_URL, SMS_KEY, RECEIPT_KEY }))
    if (value?.includes(LOCAL_KEY))
      throw new ConfigError(`${name}: has the key of a local city, whose processes show every message to everybody`);
  if (SMS_URL && !SMS_URL.startsWith('https:')) throw new ConfigError('SMS_URL: must be https in production');
}
