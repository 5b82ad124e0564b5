import { plainBuffer } from '@lianban/mongo';
import { decodeContents } from '@lianban/record';

/** A record on its way out. `contents` are its key, value and headers as Kafka will store them. */
export interface OutboxRecord {
  readonly topic: string;
  readonly key: string;
  readonly value: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  readonly contents: Buffer;
}

/** The records one process has committed and not yet had acknowledged: at most one batch, replaced by the next. */
export interface OutboxBatch {
  readonly _id: string;
  readonly batch: number;
  readonly at: Date;
  readonly records: readonly OutboxRecord[];
}

/**
 * An outbox batch as the database holds it: each record as the bytes Kafka will get. A dozen headers as fields of a
 * document cost driver and server more than the rest of the batch.
 */
export interface OutboxDocument extends Omit<OutboxBatch, 'records'> {
  readonly records: readonly Pick<OutboxRecord, 'topic' | 'contents'>[];
  /** A fence holds no batch: it keeps a batch whose commit was given up from being written later. */
  readonly fence?: true;
}

export const toStoredBatch = ({ _id, batch, at, records }: OutboxBatch): OutboxDocument => ({
  ...{ _id, batch, at },
  records: records.map(({ topic, contents }) => ({ topic, contents })),
});

export const fromStoredBatch = ({ _id, batch, at, records }: OutboxDocument): OutboxBatch => ({
  ...{ _id, batch, at },
  records: records.map(({ topic, contents }) => {
    const bytes = plainBuffer(contents);
    const { key, value, headers } = decodeContents(bytes);
    return { topic, key: key?.toString() ?? '', value: value ?? Buffer.alloc(0), headers, contents: bytes };
  }),
});
