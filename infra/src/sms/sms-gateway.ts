import { type IncomingMessage, createServer } from 'node:http';
import { LOCAL_KEY } from '../carriers/local-key';
import { MOST_KEPT, type ShownMessage, inboxOf } from '../carriers/page';
import { sayReceipt } from '../carriers/receipts';
import { listening } from '../process/listening';

export interface LocalSms {
  readonly port: number;
  readonly messages: readonly ShownMessage[];
  close(): Promise<void>;
}

export interface SmsPlan {
  readonly port: number;
  /** Where receipts are told. */
  readonly receipts: () => string;
  /** How late a late receipt is. */
  readonly lateMs?: number;
}

/** What a number brings about, by how it ends; every other number is delivered, and told once, at once. */
const byEnding = {
  9404: 'unknown',
  9503: 'busy',
  9001: 'late',
  9002: 'twice',
  9003: 'never',
  9004: 'fails-later',
  9005: 'receipt-first',
} as const;
type Behaviour = (typeof byEnding)[keyof typeof byEnding] | 'plain';
const behaviourOf = (to: string): Behaviour => byEnding[Number(to.slice(-4)) as keyof typeof byEnding] ?? 'plain';

/**
 * The SMS gateway of a local city: takes messages, shows them to everybody, sends none. The same id again is the same message.
 */
export async function startLocalSms({ port, receipts, lateMs = 5_000 }: SmsPlan): Promise<LocalSms> {
  const messages: ShownMessage[] = [];
  const taken = new Set<string>();
  const late = new Set<NodeJS.Timeout>();
  const say = (messageId: string, status: 'delivered' | 'failed') =>
    sayReceipt(receipts(), { messageId, channel: 'sms', status });
  const tellLater = (id: string, ms: number, status: 'delivered' | 'failed') => {
    const timer = setTimeout(() => (late.delete(timer), void say(id, status)), ms);
    late.add(timer);
  };

  const take = async ({ id, to, text }: { id: string; to: string; text: string }): Promise<[number, string]> => {
    const behaviour = behaviourOf(to);
    if (behaviour === 'unknown') return [404, 'no-such-number'];
    if (behaviour === 'busy') return [503, 'busy'];
    if (taken.has(id)) return [200, 'taken-before'];
    taken.add(id);
    messages.push({ id, to, title: '', text, at: new Date() });
    if (messages.length > MOST_KEPT) messages.shift();
    if (behaviour === 'receipt-first') await say(id, 'delivered');
    else if (behaviour === 'late') tellLater(id, lateMs, 'delivered');
    else if (behaviour !== 'never') tellLater(id, 0, behaviour === 'fails-later' ? 'failed' : 'delivered');
    if (behaviour === 'twice') tellLater(id, 100, 'delivered');
    return [202, 'taken'];
  };

  const server = createServer((request, response) => {
    const answer = (status: number, body: string, type = 'application/json') =>
      response.writeHead(status, { 'content-type': type }).end(body);
    if (request.method !== 'POST') {
      const isJson = request.url === '/messages';
      return answer(
        200,
        inboxOf('短信 · SMS (local city)', messages, isJson),
        isJson ? undefined : 'text/html; charset=utf-8',
      );
    }
    if (request.headers.authorization !== `Bearer ${LOCAL_KEY}`) return answer(401, '{"code":"key"}');
    return void bodyOf(request)
      .then(take)
      .then(([status, code]) => answer(status, JSON.stringify({ code })))
      .catch(() => answer(400, '{"code":"unreadable"}'));
  });
  return {
    port: await listening(server, port),
    messages,
    async close() {
      for (const timer of late) clearTimeout(timer);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<{ id: string; to: string; text: string }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { id, to, text } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
  if (typeof id !== 'string' || typeof to !== 'string' || typeof text !== 'string') throw new Error('not a message');
  return { id, to, text };
}
