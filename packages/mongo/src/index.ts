export { batchReads } from './batch-reads';
export type { Collection } from './driver';
export { dueBy } from './due-by';
export { CommitUnknown, Conflict, NotUnique, isLostRace, isNotUnique, isPassing, isUnreachable } from './errors';
export { type FileStore, gridFileStore } from './file-store';
export { killIdleTransactions, retryOnLockTimeout } from './idle-transactions';
export { openServerClock } from './server-clock';
