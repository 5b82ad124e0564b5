export { batchReads } from './batch-reads';
export { fromBson, plainBuffer, toBson } from './bson';
export type { Collection, Db } from './driver';
export { dueBy } from './due-by';
export { CommitUnknown, Conflict, NotUnique, isLostRace, isNotUnique, isPassing, isUnreachable } from './errors';
export { type AboutFile, type FileStore, gridFileStore } from './file-store';
export { killIdleTransactions, retryOnLockTimeout } from './idle-transactions';
export { openServerClock } from './server-clock';
