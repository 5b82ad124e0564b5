export { decodeContents, decodeRecord } from './record-decoding';
export { encodeContents, encodeRecord } from './record-encoding';
export type { Assigned, IncomingRecord, OutgoingRecord, Standing } from './record';
