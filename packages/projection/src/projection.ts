import type { StoredDocument } from '@lianban/engine';
import type { EventEnvelope, Subscription } from '@lianban/inbox';
import type { IndexSpec } from '@lianban/model';
import type { MessageType } from '@lianban/protos';

/** A topic a projection is fed by. */
export type ProjectedTopic = Pick<Subscription, 'topic' | 'owner' | 'contradiction'>;

/** What an event of one type makes of a document. Pure: the same records lead to the same document again. */
export interface Change<V> {
  readonly type: MessageType;
  apply(view: V, message: unknown, envelope: EventEnvelope): V;
}

export const change = <V, T>(
  type: { $type: string; decode(input: Uint8Array): T },
  apply: (view: V, message: T, envelope: EventEnvelope) => V,
): Change<V> => ({ type, apply }) as unknown as Change<V>;

/** A document as it would stand after these records. */
export interface Seeded<V> {
  readonly id: string;
  readonly view: V;
  /** By source and subject, as in `ViewDocument`: records up to there are in it. */
  readonly seen: Readonly<Record<string, number>>;
}

/**
 * A read model: documents made of the records of any topics. Records of one subject are applied in their order; between
 * two subjects, or two topics, there is none, so the changes must lead to the same document in any.
 */
export interface Projection<V = unknown> {
  readonly name: string;
  readonly topics: readonly ProjectedTopic[];
  /** The document all records of a subject belong to; undefined when they belong to none. */
  documentOf(envelope: EventEnvelope): string | undefined;
  /** A document before its first record. */
  readonly initial: V;
  readonly changes: readonly Change<V>[];
  /**
   * What the service's own documents tell of records that the topics no longer keep: looked at once, before the first
   * generation reads. Without it, a read model that is new in a city at work begins with the records there are.
   */
  readonly seed?: {
    readonly aggregate: string;
    viewsOf(document: Pick<StoredDocument, '_id' | 'state' | 'seen' | 'sent'>): readonly Seeded<V>[];
  };
  /** Over the stored documents: { 'view.item': 1 }. */
  readonly indexes?: readonly IndexSpec[];
}
