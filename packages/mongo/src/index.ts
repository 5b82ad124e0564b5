export { coalesce } from './batch-reads';
export type { Collection } from './driver';
export { dueBy } from './due-by';
export { CommitUnknown, Conflict, NotUnique, isLostRace, isNotUnique, isPassing, isUnreachable } from './errors';
export { type Files, gridFiles } from './file-store';
export { endStuckTransactions, unhindered } from './idle-transactions';
export { openServerClock } from './server-clock';
