export { coalesce } from './coalesce';
export { commitBatch } from './commit';
export { type Entry, type OutboxDocument, type OutboxRecord, type PendingAsk, type Stored, keyOfRef } from './document';
export { CommitUnknown, Conflict, NotUnique, isPassing, isUnreachable } from './errors';
export { Relay, type Replaceable, type Send } from './relay';
export { type Ref, loadEntries, toEntry } from './load';
export { type Database, type ParkedKey, openDatabase } from './mongo';
export { unhindered } from './stuck';
