/** Waits between tries, full jitter from `leastMs` doubling to `mostMs`. Ends early when `signal` aborts. */
export class Backoff {
  private tries = 0;

  constructor(
    private readonly leastMs: number,
    private readonly mostMs: number,
  ) {}

  reset(): void {
    this.tries = 0;
  }

  wait(signal?: AbortSignal): Promise<void> {
    const ceiling = Math.min(this.mostMs, this.leastMs * 2 ** this.tries++);
    return pause(ceiling * (0.5 + Math.random() / 2), signal);
  }
}

/** Resolves after `ms`, or as soon as `signal` aborts. */
export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    }
    signal?.addEventListener('abort', done, { once: true });
  });

/** Settles like `work`, or rejects after `ms` with an error that names `what`. The work itself is not stopped. */
export async function within<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`${what}: no answer within ${ms} ms`)), ms);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
