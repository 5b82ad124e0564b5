import { type Client, connectivityState } from '@grpc/grpc-js';

/** The longest delay between two attempts to connect. grpc-js's default grows to two minutes. */
export const maxReconnectDelayMs = 500;
// Enough for one more attempt, and less than a person waits before giving up.
const maxWaitMs = 1_000;

/**
 * Waits for the next attempt to connect. Between a failed attempt and the next one grpc-js fails every call at once, even
 * when the peer has been back for a while, and also the calls of another client with the same address: calls to a
 * service that has just started would fail.
 * @param deadline of the call, milliseconds since 1970
 * @returns undefined when the connection is ready, which is usual; otherwise resolves when the call should be made anyway
 */
export function waitForReady(client: Client, deadline: number): Promise<void> | undefined {
  if (client.getChannel().getConnectivityState(false) === connectivityState.READY) return undefined;
  // If the peer is still away, the call itself gives the best error.
  return new Promise((resolve) => client.waitForReady(Math.min(deadline, Date.now() + maxWaitMs), () => resolve()));
}
