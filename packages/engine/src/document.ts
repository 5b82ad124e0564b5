/** A question that waits for its answer, stored with the document that asked it. */
export interface PendingAsk {
  readonly id: string;
  readonly name: string;
  readonly input: unknown;
  readonly deadlineAt: Date;
  readonly traceparent?: string;
}

/** One document is one case: its state, and the bookkeeping that makes effects happen once. */
export interface Stored {
  readonly _id: string;
  readonly version: number;
  readonly state: unknown;
  /** Per source and subject the last sequence applied, so that a record heard twice has one effect. */
  readonly seen: Readonly<Record<string, number>>;
  /** Per subject the number of records published, which gives each its sequence. */
  readonly sent: Readonly<Record<string, number>>;
  /** The batch that wrote last: while it is in the outbox, nobody else may build on this document. */
  readonly lastBatch: string;
  readonly asks: readonly PendingAsk[];
  readonly wakeAt: Date | null;
  readonly askAt: Date | null;
  /** The trace of the work that wrote it last, while something is still due: what the deadline sets off links to it. */
  readonly traceparent?: string;
  readonly expiresAt?: Date;
}

/** What grows with a case, and of which only what has changed is written. */
export type Grown = Pick<Stored, 'state' | 'seen' | 'sent'>;

/** A document as a batch works on it; entries are never mutated. */
export interface Entry extends Omit<Stored, '_id' | 'wakeAt' | 'askAt' | 'expiresAt'> {
  readonly kind: string;
  readonly id: string;
  /** The version in the database, 0 for none. */
  readonly loaded: number;
  /** What that version holds. */
  readonly base: Grown;
}

/** An entry as it is once it has been written. */
export const asWritten = (entry: Entry): Entry => {
  const { state, seen, sent } = entry;
  return { ...entry, loaded: entry.version, base: { state, seen, sent } };
};

export const keyOfRef = (kind: string, id: string): string => `${kind}:${id}`;

/** A record on its way out. `contents` are its key, value and headers as Kafka will keep them. */
export interface OutboxRecord {
  readonly topic: string;
  readonly key: string;
  readonly value: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  readonly contents: Buffer;
}

/** What one process has committed and not yet had acknowledged: at most one batch, replaced by the next. */
export interface OutboxBatch {
  readonly _id: string;
  readonly batch: number;
  readonly at: Date;
  readonly records: readonly OutboxRecord[];
}

/**
 * An outbox batch as it is stored: each record as the bytes Kafka will get. A dozen headers as fields of a document cost
 * both the driver and the server more than the rest of the batch.
 */
export interface OutboxDocument extends Omit<OutboxBatch, 'records'> {
  readonly records: readonly Pick<OutboxRecord, 'topic' | 'contents'>[];
  /** Stands for no batch: it only keeps one that was given up from coming true. */
  readonly fence?: true;
}
