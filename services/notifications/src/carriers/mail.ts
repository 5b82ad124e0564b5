import { createTransport } from 'nodemailer';
import type { Ways } from '../settings';
import type { Carried, Carrier } from './carrier';

const timeoutMs = 10_000;

/**
 * Mail by SMTP. Its Message-ID is the notice's, so that a mail system recognises one that is sent again after a crash. What the server
 * says for good (5xx, RFC 5321 4.2.1) closes the way; anything else is tried again.
 */
export function mailCarrier({ url, from, requireTls }: NonNullable<Ways['mail']>): Carrier {
  const transport = createTransport({
    url,
    pool: true,
    requireTLS: requireTls,
    maxConnections: 4,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    // The text is ours: it names no files and no addresses to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.split('@').at(-1) ?? 'lianban.invalid';
  return {
    channel: 'mail',
    async carry({ id, to, title, text }): Promise<Carried> {
      try {
        const messageId = `<${id}@${domain}>`;
        // As an object: an address that holds a comma would otherwise be two.
        await transport.sendMail({ from, to: { name: '', address: to }, subject: title, text, messageId });
        return { outcome: 'accepted', code: '250' };
      } catch (error) {
        const { responseCode, code = 'unreachable' } = error as { responseCode?: number; code?: string };
        const isFinal = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH';
        return { outcome: isFinal ? 'permanent' : 'temporary', code: String(responseCode ?? code) };
      }
    },
  };
}
