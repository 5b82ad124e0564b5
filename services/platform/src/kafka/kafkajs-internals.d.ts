// Parts of kafkajs 2.2.4 without types of their own. The version is pinned exactly and no longer changes.
declare module 'kafkajs/src/network/requestQueue' {
  const RequestQueue: { prototype: { scheduleCheckPendingRequests: (this: { pending: unknown[] }) => void } };
  export default RequestQueue;
}
declare module 'kafkajs/src/protocol/decoder' {
  class Decoder {
    readonly buffer: Buffer;
    constructor(buffer: Buffer);
    readVarIntBytes(): Buffer;
  }
  export default Decoder;
}
declare module 'kafkajs/src/protocol/recordBatch/record/v0/index' {
  const encode: (record: import('./record-encoding').RecordToEncode) => import('./record-encoding').Encoded;
  export default encode;
}
declare module 'kafkajs/src/protocol/recordBatch/record/v0/decoder' {
  const decode: (
    decoder: object,
    batch: import('./record-decoding').BatchOfRecord,
  ) => Record<string, unknown> & { key: Buffer | null; headers: Record<string, Buffer> };
  export default decode;
}
