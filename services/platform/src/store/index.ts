export { type BookCounts, type BookSurvey, bookSurvey } from './book';
export { coalesce } from './coalesce';
export { commitBatch } from './commit';
export {
  type Entry,
  type OutboxBatch,
  type OutboxDocument,
  type OutboxRecord,
  type PendingAsk,
  type Stored,
  asWritten,
  keyOfRef,
} from './document';
export { dueBy } from './due';
export { fromStoredBatch, toStoredBatch } from './outbox-format';
export { CommitUnknown, Conflict, NotUnique, isPassing, isUnreachable } from './errors';
export { Relay, type Replaceable, type Send } from './relay';
export { type Ref, loadEntries, toEntry } from './load';
export { type Database, type ParkedKey, openDatabase } from './mongo';
export type { Files } from './files';
export { type Kept, type OperatorAction, type StoreSurvey, type Surveyed, openSurvey } from './survey';
export { unhindered } from './stuck';
