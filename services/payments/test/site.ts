import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Notified {
  readonly channel: string;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

/** What stands before payments in a city: notifications come in over HTTP, and go on byte by byte. */
export async function openSite(notify: (notified: Notified) => Promise<number>) {
  const answers: number[] = [];
  const server = createServer((req, res) => {
    void (async () => {
      const parts: Buffer[] = [];
      for await (const part of req) parts.push(part as Buffer);
      const headers = Object.fromEntries(Object.entries(req.headers).map(([name, value]) => [name, String(value)]));
      const status = await notify({ channel: 'wechat', headers, body: Buffer.concat(parts) });
      answers.push(status);
      res.writeHead(status).end();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    answers,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
