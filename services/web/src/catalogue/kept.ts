/** As long as the gateway lets an answer be kept. */
const keepMs = 60_000;
/** With the gateway down it is not asked again for every page. */
const retryMs = 2_000;

/**
 * What `read` brings, read again when it is a minute old. When it cannot be read, the last one read still stands: guides,
 * search and the two-minute check work while the platform behind them does not.
 * @returns a function that throws what `read` throws, as long as nothing was ever read
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
