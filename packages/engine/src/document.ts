import type { AnyAggregate } from '@lianban/model';
import type { KnownState, StoredState } from '@lianban/vault';

/** A request to another service that has no answer yet, stored with the document whose event raised it. */
export interface PendingRequest {
  readonly id: string;
  readonly name: string;
  readonly input: unknown;
  readonly deadlineAt: Date;
  readonly traceparent?: string;
}

/** A document as the database holds it: its state, and the bookkeeping that makes effects happen once. */
export interface StoredDocument extends StoredState {
  readonly _id: string;
  readonly version: number;
  /** The inbox: per source and subject, the last sequence applied. A record delivered twice has one effect. */
  readonly seen: Readonly<Record<string, number>>;
  /** The outbox sequence: per subject, the number of records published. */
  readonly sent: Readonly<Record<string, number>>;
  /** The batch that wrote last. While it is in the outbox, no other process may decide on this document. */
  readonly lastBatch: string;
  readonly asks: readonly PendingRequest[];
  readonly wakeAt: Date | null;
  readonly askAt: Date | null;
  /** The trace that wrote the document last, kept while a timeout is set: the timeout's trace links to it. */
  readonly traceparent?: string;
  readonly expiresAt?: Date;
}

/** The parts that grow over a document's life, as they are stored; of them only what changed is written. */
export type GrowingParts = KnownState & Pick<StoredDocument, 'seen' | 'sent'>;

/** A document as a batch works on it. Never mutated. */
export interface LoadedDocument extends Omit<StoredDocument, '_id' | 'wakeAt' | 'askAt' | 'expiresAt' | 'sealed'> {
  readonly aggregate: string;
  readonly id: string;
  /** The version in the database, 0 when there is none. */
  readonly loaded: number;
  /** The growing parts of that version. */
  readonly base: GrowingParts;
  /** How state and requests are to be stored; absent, as they are. */
  readonly stored?: KnownState;
  readonly storedAsks?: readonly PendingRequest[];
}

export const documentKey = (aggregate: string, id: string): string => `${aggregate}:${id}`;

/** A document that does not exist yet. */
export function newDocument(aggregate: AnyAggregate, id: string): LoadedDocument {
  const base = { state: aggregate.decider.initial(id), seen: {}, sent: {} };
  return { aggregate: aggregate.name, id, loaded: 0, version: 0, base, ...base, lastBatch: '', asks: [] };
}

export function fromStored(aggregate: string, found: StoredDocument & { known?: KnownState }): LoadedDocument {
  const { _id: id, version, state, seen, sent, lastBatch, asks, traceparent } = found;
  return {
    aggregate,
    id,
    loaded: version,
    version,
    base: { ...(found.known ?? { state }), seen, sent },
    ...{ state, seen, sent, lastBatch, asks },
    ...(traceparent && { traceparent }),
  };
}

/** The document as it is after a successful write. */
export const asWritten = ({ stored, ...document }: LoadedDocument): LoadedDocument => {
  const { state, seen, sent, version: loaded } = document;
  return { ...document, loaded, base: { ...(stored ?? { state }), seen, sent } };
};
