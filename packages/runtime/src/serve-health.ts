import { type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Probes {
  /** Configured, migrated, listening. */
  readonly startup: () => boolean;
  /** Can serve requests now. */
  readonly ready: () => boolean;
  /** Makes progress. A broker or a database that is down is not a reason to be restarted. */
  readonly live: () => boolean;
  /** Parts that do not work while the rest does, a sentence each. */
  readonly degraded?: () => readonly string[];
}

export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

/** /healthz/{startup,ready,live}: 200 or 503 with one word, ready also with what is degraded; /metrics as `metrics` answers it. */
export async function serveHealth(
  probes: Probes,
  bind: string,
  port: number,
  metrics?: RequestListener,
): Promise<HealthServer> {
  const server = createServer((request, response) => {
    if (metrics && request.url === '/metrics') return metrics(request, response);
    const probe = /^\/healthz\/(startup|ready|live)$/.exec(request.url ?? '')?.[1] as
      'startup' | 'ready' | 'live' | undefined;
    const ok = probe ? probes[probe]() : undefined;
    response.writeHead(ok === undefined ? 404 : ok ? 200 : 503, { 'content-type': 'text/plain' });
    const degraded = probe === 'ready' ? (probes.degraded?.() ?? []).map((sentence) => `degraded: ${sentence}\n`) : [];
    response.end((ok === undefined ? 'not found\n' : ok ? 'ok\n' : 'not yet\n') + degraded.join(''));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, bind, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
