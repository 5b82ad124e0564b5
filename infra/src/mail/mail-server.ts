import { SMTPServer } from 'smtp-server';
import { LOCAL_KEY } from '../carriers/local-key';
import { MOST_KEPT, type ShownMessage, inboxServer } from '../carriers/page';
import { sayReceipt } from '../carriers/receipts';
import { listening } from '../process/listening';

export interface LocalMail {
  readonly smtpPort: number;
  readonly pagePort: number;
  readonly messages: readonly ShownMessage[];
  close(): Promise<void>;
}

export interface MailPlan {
  readonly smtpPort: number;
  readonly pagePort: number;
  /** Where bounces are told. */
  readonly receipts: () => string;
}

/** What an address brings about, by how it begins. */
const replies = [
  { begins: 'unknown', code: 550, words: 'No such user here' },
  { begins: 'busy', code: 451, words: 'Try again later' },
] as const;

/**
 * The mail system of a local city: takes mail, shows it to everybody, delivers nothing. An address that begins with "unknown" is refused
 * for good, one with "busy" for now; to one with "bounce" mail is taken, and told afterwards to have failed.
 */
export async function startLocalMail({ smtpPort, pagePort, receipts }: MailPlan): Promise<LocalMail> {
  const messages: ShownMessage[] = [];
  const keep = (raw: string, to: string) => {
    const { header, text } = partsOf(raw);
    const id = /^<(.+)@/.exec(header('message-id'))?.[1] ?? '';
    messages.push({ id, to, title: decodedWords(header('subject')), text, at: new Date() });
    if (messages.length > MOST_KEPT) messages.shift();
    if (to.startsWith('bounce')) void sayReceipt(receipts(), { messageId: id, channel: 'mail', status: 'failed' });
  };
  const smtp = new SMTPServer({
    authMethods: ['PLAIN', 'LOGIN'],
    allowInsecureAuth: true,
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onAuth: ({ password }, _session, callback) =>
      password === LOCAL_KEY ? callback(null, { user: 'local-city' }) : callback(new Error('another key')),
    onRcptTo({ address }, _session, callback) {
      const reply = replies.find(({ begins }) => address.startsWith(begins));
      callback(reply ? Object.assign(new Error(reply.words), { responseCode: reply.code }) : null);
    },
    onData(stream, { envelope }, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        for (const { address } of envelope.rcptTo) keep(Buffer.concat(chunks).toString('utf8'), address);
        callback(null);
      });
    },
  });
  // A client that goes away in the middle of a sentence is no matter of ours.
  smtp.on('error', () => undefined);
  const page = inboxServer('邮件 · Mail (local city)', () => messages);
  await new Promise<void>((resolve, reject) => {
    smtp.server.once('error', reject);
    smtp.listen(smtpPort, '127.0.0.1', resolve);
  });
  const { port } = smtp.server.address() as { readonly port: number };
  return {
    smtpPort: port,
    pagePort: await listening(page, pagePort),
    messages,
    async close() {
      await new Promise<void>((resolve) => smtp.close(() => resolve()));
      await new Promise((resolve) => page.close(resolve));
    },
  };
}

/** Enough of RFC 5322 for what this city sends: one text part, quoted-printable or base64. */
function partsOf(raw: string) {
  const [head = '', body = ''] = raw.split(/\r?\n\r?\n([\s\S]*)/, 2);
  const lines = head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const header = (name: string) =>
    lines
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? '';
  const encoding = header('content-transfer-encoding').toLowerCase();
  const text =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString('utf8')
      : encoding === 'quoted-printable'
        ? unquoted(body.replaceAll(/=\r?\n/g, ''))
        : body;
  return { header, text: text.trim() };
}

const unquoted = (text: string): string =>
  Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

const decodedWords = (text: string): string =>
  text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(word, 'base64').toString('utf8') : unquoted(word.replaceAll('_', ' ')),
    );
