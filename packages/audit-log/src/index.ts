export { type AuditEntry, type AuditBlock, entriesIn, nextBlock, sealedUpTo, searchedSince } from './block';
export { allSegments, idOf, unsealedRanges, segmentMs, segmentName } from './segment';
export { type AuditLogReader, readAuditLog } from './stored-audit-log';
export { type AuditFault, verifyAuditLog } from './verify';
