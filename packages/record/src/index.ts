export { decodeContents, decodeRecord } from './record-decoding';
export { encodeContents, encodeRecord } from './record-encoding';
export type { Assigned, GroupOffset, IncomingRecord, OutgoingRecord } from './record';
