import { type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pause } from '@lianban/backoff';

export interface HttpServer {
  readonly port: number;
  /**
   * First goes on answering for a moment, with `connection: close`; then accepts no connections, lets requests in progress
   * end, and after `ms` in all closes what is left.
   */
  stop(ms: number): Promise<void>;
}

// A request that is on its way when its connection is closed fails. A client that sends one within this time still gets an
// answer, and is told to close; one that does not is unlikely to be about to.
const closingNoticeMs = 500;

/**
 * Listens on `bind`:`port`; port 0 takes any free one.
 * @param requestTimeout milliseconds in which a request must have arrived: without a limit, slow senders could hold all connections
 */
export async function listen(
  app: RequestListener,
  bind: string,
  port: number,
  requestTimeout: number,
): Promise<HttpServer> {
  const server = createServer({ requestTimeout, headersTimeout: 10_000, keepAliveTimeout: 65_000 }, app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, bind, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: async (ms) => {
      const isOver = AbortSignal.timeout(ms);
      isOver.addEventListener('abort', () => server.closeAllConnections());
      server.prependListener('request', (_, response) => void response.setHeader('connection', 'close'));
      if (ms > 0) await pause(Math.min(closingNoticeMs, ms / 4));
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // A response that began before the notice keeps its connection, which is idle when the response ends.
      const sweep = setInterval(() => server.closeIdleConnections(), 50);
      await closed;
      clearInterval(sweep);
    },
  };
}
