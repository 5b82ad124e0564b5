import type { CrashAt } from './config';
import { type Database, type Send, commitBatch } from '@lianban/engine';
import type { OnChunk } from '@lianban/kafka';

/**
 * The steps after which a process's death is hardest to make good, each wrapped so that it ends the process there, as
 * kill -9 would, when it is passed for the `at.pass`th time. Tests ask for it by CRASH_AT; without it every step is handed
 * back as it came, and costs nothing.
 */
export function crashPoints(at: CrashAt | undefined, die = () => process.kill(process.pid, 'SIGKILL')) {
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
    /** `after-publish`: the broker has acknowledged, the outbox still says it has not. */
    publish: (send: Send): Send =>
      at?.point === 'after-publish' ? (records) => passing(Promise.resolve(send(records))) : send,
    /** `before-offset`: the records' effects are stored, the group does not know. */
    handle: (onChunk: OnChunk): OnChunk =>
      at?.point === 'before-offset' ? (...chunk) => passing(onChunk(...chunk)) : onChunk,
  };
}
