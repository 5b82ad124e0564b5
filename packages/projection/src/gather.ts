export interface GatherSettings {
  /** How long the first of a batch waits for others. */
  readonly waitMs: number;
  /** So many are enough: nobody waits any longer. */
  readonly enough: number;
}

/**
 * Makes one batch of what comes from many sides within a moment; one batch is written at a time. Resolves for each caller
 * when what it gave is written, and rejects when its batch is not.
 */
export function gathering<T>(
  write: (items: readonly T[]) => Promise<void>,
  { waitMs, enough }: GatherSettings,
): (items: readonly T[]) => Promise<void> {
  let waiting: T[] = [];
  let full = Promise.withResolvers<void>();
  let next: Promise<void> | undefined;
  let writing: Promise<unknown> = Promise.resolve();

  const collect = async (): Promise<void> => {
    const late = Promise.withResolvers<void>();
    const timer = setTimeout(late.resolve, waitMs);
    await Promise.race([late.promise, full.promise]);
    clearTimeout(timer);
    await writing;
    const items = waiting;
    waiting = [];
    full = Promise.withResolvers();
    next = undefined;
    const written = write(items);
    writing = written.catch(() => undefined);
    return written;
  };

  return (items) => {
    waiting.push(...items);
    if (waiting.length >= enough) full.resolve();
    return (next ??= collect());
  };
}
