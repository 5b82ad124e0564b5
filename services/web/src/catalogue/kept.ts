/** The cache lifetime the gateway allows. */
const keepMs = 60_000;
/** The pause between attempts while the gateway is down. */
const retryMs = 2_000;

/**
 * Caches what `read` returns for a minute. When a refresh fails the last value is used: guides, search and the two-minute
 * check work while the platform behind them is down.
 * @returns a function that throws what `read` throws until the first success
 */
export function kept<T>(read: () => Promise<T>, now: () => number = () => performance.now()): () => Promise<T> {
  let known: { readonly answer: T } | undefined;
  let readAgainAt = 0;
  let reading: Promise<T> | undefined;

  const readOnce = async (): Promise<T> => {
    try {
      known = { answer: await read() };
      readAgainAt = now() + keepMs;
      return known.answer;
    } catch (error) {
      readAgainAt = now() + retryMs;
      if (known) return known.answer;
      throw error;
    } finally {
      reading = undefined;
    }
  };

  return async () => (known && now() < readAgainAt ? known.answer : (reading ??= readOnce()));
}
