import { type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pause } from '@lianban/backoff';

export interface HttpServer {
  readonly port: number;
  /**
   * Answers for a moment more, telling each caller to come no more on this connection; then accepts nothing new, lets what
   * is under way end, and cuts what is left after `ms` in all.
   */
  stop(ms: number): Promise<void>;
}

// A connection that is closed while its next request is on the way is a request that fails. Whoever asks again within this
// time is answered and told; who does not is hardly about to.
const lastWordsMs = 500;

/**
 * Listens on `bind`:`port`; port 0 takes any free one.
 * @param requestTimeout milliseconds a request may take to be told: without a bound, slow senders could hold every place
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
      if (ms > 0) await pause(Math.min(lastWordsMs, ms / 4));
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // An answer that was begun before stays on a connection that is kept: it is idle when that is done.
      const sweep = setInterval(() => server.closeIdleConnections(), 50);
      await closed;
      clearInterval(sweep);
    },
  };
}
