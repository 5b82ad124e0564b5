import { decodeContents } from '../kafka/record-decoding';
import type { OutboxBatch, OutboxDocument, OutboxRecord } from './document';

export const toStoredBatch = ({ _id, batch, at, records }: OutboxBatch): OutboxDocument => ({
  ...{ _id, batch, at },
  records: records.map(({ topic, contents }) => ({ topic, contents })),
});

export const fromStoredBatch = ({ _id, batch, at, records }: OutboxDocument): OutboxBatch => ({
  ...{ _id, batch, at },
  records: records.map(fromStored),
});

function fromStored({ topic, contents }: OutboxDocument['records'][number]): OutboxRecord {
  const bytes = plainBuffer(contents);
  const { key, value, headers } = decodeContents(bytes);
  return { topic, key: key?.toString() ?? '', value: value ?? Buffer.alloc(0), headers, contents: bytes };
}

/** The driver hands binary fields back in its own wrapper. */
function plainBuffer(found: Buffer | { readonly buffer: Uint8Array }): Buffer {
  return Buffer.isBuffer(found) ? found : Buffer.from(found.buffer);
}
