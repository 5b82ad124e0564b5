import { type IncomingHttpHeaders, type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedRequest {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface FakeWeb {
  readonly url: URL;
  /** What arrived, in order. */
  readonly heard: ReceivedRequest[];
  answer: RequestListener;
  close(): Promise<void>;
}

/** A plain server in the place of `web` or `desk`. */
export async function fakeWeb(): Promise<FakeWeb> {
  const heard: ReceivedRequest[] = [];
  const server = createServer((req, res) => {
    const parts: Buffer[] = [];
    req.on('data', (part: Buffer) => parts.push(part));
    req.on('end', () => {
      const { method, url, headers } = req;
      heard.push({ method, url, headers, body: Buffer.concat(parts).toString() });
      web.answer(req, res);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const web: FakeWeb = {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    heard,
    answer: (_req, res) => void res.setHeader('Content-Type', 'text/html; charset=utf-8').end('<p>page</p>'),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return web;
}
