// Parts of kafkajs 2.2.4 without types of their own. The version is pinned exactly and no longer changes.
declare module 'kafkajs/src/network/requestQueue' {
  const RequestQueue: { prototype: { scheduleCheckPendingRequests: (this: { pending: unknown[] }) => void } };
  export default RequestQueue;
}
declare module 'kafkajs/src/network/connection' {
  class Connection {
    socket: import('node:net').Socket | null;
    chunks: Buffer[];
    bytesBuffered: number;
    bytesNeeded: number;
    readonly requestQueue: { fulfillRequest: (answer: { readonly correlationId: number }) => void };
    constructor(options: {
      readonly host: string;
      readonly port: number;
      readonly clientId: string;
      readonly logger: object;
      readonly connectionTimeout: number;
      readonly requestTimeout: number;
      readonly socketFactory: (to: {
        readonly host: string;
        readonly port: number;
        readonly onConnect: () => void;
      }) => import('node:net').Socket;
    });
    isConnected(): boolean;
    connect(): Promise<boolean>;
    disconnect(): Promise<boolean>;
  }
  export default Connection;
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
  const encode: (record: import('@lianban/record').RecordToEncode) => import('@lianban/record').Encoded;
  export default encode;
}
declare module 'kafkajs/src/protocol/recordBatch/record/v0/decoder' {
  const decode: (
    decoder: object,
    batch: import('@lianban/record').BatchOfRecord,
  ) => Record<string, unknown> & { key: Buffer | null; headers: Record<string, Buffer> };
  export default decode;
}
