import { decodeContents, encodeContents } from '@lianban/record';
import type { OutboxBatch, OutboxDocument, OutboxRecord } from './document';

export const toStoredBatch = ({ _id, batch, at, records }: OutboxBatch): OutboxDocument => ({
  ...{ _id, batch, at },
  records: records.map(({ topic, contents }) => ({ topic, contents })),
});

export const fromStoredBatch = ({ _id, batch, at, records }: OutboxDocument): OutboxBatch => ({
  ...{ _id, batch, at },
  records: records.map(fromStored),
});

/** As the release before stored it: one of its processes may have died with this on its way. */
type Former = Omit<OutboxRecord, 'contents'> & { readonly contents?: undefined };

function fromStored(stored: OutboxDocument['records'][number] | Former): OutboxRecord {
  const { topic, contents } = stored;
  if (contents === undefined) {
    const parts = { key: stored.key, value: plainBuffer(stored.value), headers: stored.headers };
    return { topic, ...parts, contents: encodeContents(parts) };
  }
  const bytes = plainBuffer(contents);
  const { key, value, headers } = decodeContents(bytes);
  return { topic, key: key?.toString() ?? '', value: value ?? Buffer.alloc(0), headers, contents: bytes };
}

/** The driver hands binary fields back in its own wrapper. */
function plainBuffer(found: Buffer | { readonly buffer: Uint8Array }): Buffer {
  return Buffer.isBuffer(found) ? found : Buffer.from(found.buffer);
}
