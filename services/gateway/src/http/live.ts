import { once } from 'node:events';
import type { Response } from 'express';
import type { LiveEvent } from './route';

/** The reconnect delay sent to EventSource. */
const reconnectMs = 2000;
const longestTimer = 2 ** 31 - 1;

const lines = ({ id, event, data }: LiveEvent): string =>
  `event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`;

/** Aborted when the client has left, the token has expired or `stopping` says so. */
export function endOf(res: Response, expiresAt: Date | undefined, stopping: AbortSignal): AbortSignal {
  const left = new AbortController();
  res.once('close', () => left.abort());
  const untilExpiry = expiresAt ? Math.max(0, expiresAt.getTime() - Date.now()) : longestTimer;
  return AbortSignal.any([left.signal, stopping, AbortSignal.timeout(Math.min(untilExpiry, longestTimer))]);
}

/**
 * Sends `events` as text/event-stream until they end or `signal` is aborted, with a comment each `heartbeatMs` so that
 * proxies keep the connection and both ends notice when it is dead.
 */
export async function sendLive(
  events: AsyncIterable<LiveEvent>,
  res: Response,
  signal: AbortSignal,
  heartbeatMs: number,
): Promise<void> {
  res.status(200).set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
  res.write(`retry: ${reconnectMs}\n\n`);
  const heartbeat = setInterval(() => {
    if (!res.writableNeedDrain) res.write(': still here\n\n');
  }, heartbeatMs);
  try {
    for await (const event of events) {
      if (signal.aborted) return;
      // A client that reads slowly must not fill this process' memory.
      if (!res.write(lines(event))) await once(res, 'drain', { signal }).catch(() => undefined);
    }
  } finally {
    clearInterval(heartbeat);
    res.end();
  }
}
