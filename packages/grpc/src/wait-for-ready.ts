import { type Client, connectivityState } from '@grpc/grpc-js';

/** The longest pause between two tries to connect, in milliseconds. The default grows to two minutes. */
export const longestPauseMs = 500;
// Enough for one more try, and less than what a person takes for no answer at all.
const mostMs = 1_000;

/**
 * Between a failed try to connect and the next one grpc-js fails every call at once, also when the peer has been back for a
 * while, and also of another client with the same address: a service that has just started would be told to be away.
 * So a call without a connection waits for the next try.
 * @param deadline of the call, milliseconds since 1970
 * @returns nothing when the call can go at once, which is the rule; else what resolves when it is to be tried anyway
 */
export function waitForReady(client: Client, deadline: number): Promise<void> | undefined {
  if (client.getChannel().getConnectivityState(false) === connectivityState.READY) return undefined;
  // The call itself says best what is wrong with a peer that is still away.
  return new Promise((resolve) => client.waitForReady(Math.min(deadline, Date.now() + mostMs), () => resolve()));
}
