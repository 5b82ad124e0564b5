export { type AuditEntry, type AuditBlock, entriesOn, nextBlock, reachOf, sinceOf } from './block';
export { allSegments, idOf, outside, segmentMs, segmentName } from './segment';
export { type AuditLogReader, readAuditLog } from './stored-audit-log';
export { type AuditFault, verifyAuditLog } from './verify';
