import { sourceOf } from '@lianban/engine';
import type { AddressedCommand, DocumentRef } from '@lianban/model';
import type { MessageType } from '@lianban/protos';

/** What the headers say of a record, beside its message. */
export interface EventEnvelope {
  /** The Kafka key. */
  readonly key: string;
  readonly subject: string;
  readonly sequence: number;
  /** The service that published it. */
  readonly source: string;
  readonly at: Date;
}

export interface EventHandler {
  readonly type: MessageType;
  readonly to: (message: unknown, envelope: EventEnvelope) => AddressedCommand | undefined;
}

/** An event of another service → the command it means here; undefined when this one means nothing. */
export const eventHandler = <T>(
  type: { $type: string; decode(input: Uint8Array): T },
  to: (message: T, envelope: EventEnvelope) => AddressedCommand | undefined,
): EventHandler => ({ type, to }) as unknown as EventHandler;

/** What a service consumes from one topic. */
export interface Subscription {
  readonly topic: string;
  /** The service that owns the topic: records of any other are not believed. */
  readonly owner: string;
  /** Where the subscription is declared, for operators: "permits.yaml:3". */
  readonly declaredAt?: string;
  /** Consume only records addressed to this service; the others are skipped without decoding. */
  readonly addressee?: string;
  readonly handlers: readonly EventHandler[];
  /** What in a message contradicts its envelope or its owner: such a record is not believed. Pure. */
  readonly contradiction?: (message: unknown, envelope: EventEnvelope) => string | undefined;
  /** The document whose inbox a record without a handler advances; undefined when it is part of no sequence. */
  readonly sequenceOwner?: (envelope: EventEnvelope) => DocumentRef | undefined;
}

/** A subscription with the header its records are compared with, worked out once. */
export interface IndexedSubscription extends Subscription {
  readonly source: string;
}

export const indexed = (subscription: Subscription): IndexedSubscription => ({
  ...subscription,
  source: sourceOf(subscription.owner),
});
