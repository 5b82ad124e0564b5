import type { Failpoint } from './config';
import { type Database, type Send, commitBatch } from '@lianban/engine';
import type { OnChunk } from '@lianban/kafka';

/**
 * Wraps the steps after which a crash is hardest to recover from: the process kills itself when it passes the step for the
 * `at.pass`th time. Only tests set a failpoint; without one every step is returned unchanged.
 */
export function failpoints(at: Failpoint | undefined, die = () => process.kill(process.pid, 'SIGKILL')) {
  let passes = 0;
  const passing = async <T>(step: Promise<T>): Promise<T> => {
    const value = await step;
    passes += 1;
    if (passes === at?.pass) die();
    return value;
  };
  const torn = (db: Database): Database => ({
    ...db,
    outbox: {
      replaceOne: (...write: Parameters<typeof db.outbox.replaceOne>) => passing(db.outbox.replaceOne(...write)),
    } as Database['outbox'],
  });
  const commit: typeof commitBatch = (db, ...batch) => {
    if (at?.point === 'inside-commit') return commitBatch(torn(db), ...batch);
    if (at?.point === 'after-commit') return passing(commitBatch(db, ...batch));
    return commitBatch(db, ...batch);
  };
  return {
    /** `inside-commit`: the transaction is open, its first write done. `after-commit`: nothing of it is published. */
    commit: at ? commit : commitBatch,
    /** `after-publish`: the broker has acknowledged, the outbox does not know it. */
    publish: (send: Send): Send =>
      at?.point === 'after-publish' ? (records) => passing(Promise.resolve(send(records))) : send,
    /** `before-offset`: the effects of the records are stored, their offset is not committed. */
    handle: (onChunk: OnChunk): OnChunk =>
      at?.point === 'before-offset' ? (...chunk) => passing(onChunk(...chunk)) : onChunk,
  };
}
