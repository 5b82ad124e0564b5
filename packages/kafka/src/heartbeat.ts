export interface Heart {
  beat: () => Promise<void>;
  everyMs: number;
  /** The first beat that failed: the broker no longer counts on this member, or cannot be asked. Called once at most. */
  onLost: (error: unknown) => void;
}

/**
 * Runs `work` while telling the group every `everyMs` that this member lives. kafkajs does so only between batches, so a
 * batch that takes long (a database that is down, retried in place) would cost the partition.
 */
export async function whileBeating<T>({ beat, everyMs, onLost }: Heart, work: () => Promise<T>): Promise<T> {
  let beating = false;
  const timer = setInterval(() => {
    if (beating) return;
    beating = true;
    beat().then(
      () => {
        beating = false;
      },
      (error: unknown) => {
        clearInterval(timer);
        onLost(error);
      },
    );
  }, everyMs);
  // A handler that hangs must not keep a process alive that has stopped.
  timer.unref();
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
