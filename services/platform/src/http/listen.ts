import { type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HttpServer {
  readonly port: number;
  /** Accepts nothing new, lets what is under way end for at most `ms`, then cuts what is left. */
  stop(ms: number): Promise<void>;
}

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
    stop: (ms) =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), ms);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
