/** Closes what a process offers, once, when it is asked to end. */
export function closeOnSignal(close: () => Promise<unknown>): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void close());
}
