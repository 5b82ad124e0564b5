import type { MessageType } from '@lianban/protos';
import type { Order } from '@lianban/model';

/** What the envelope says of a record, beside its message. */
export interface About {
  /** The Kafka key: the application number. */
  readonly key: string;
  readonly subject: string;
  readonly sequence: number;
  readonly source: string;
  readonly at: Date;
}

export interface Reaction {
  readonly type: MessageType;
  readonly to: (message: unknown, about: About) => Order | undefined;
}

/** A fact heard → the command it means for us; undefined when this one means nothing. */
export const on = <T>(
  type: { $type: string; decode(input: Uint8Array): T },
  to: (message: T, about: About) => Order | undefined,
): Reaction => ({ type, to }) as unknown as Reaction;

/** What a service listens to on one topic. */
export interface Hears {
  /** Named after the service that speaks on it: no other is believed there, nor is it about another's steps. */
  readonly topic: string;
  /** Where it is written that it is heard: "permits.yaml:3". */
  readonly declaredAt?: string;
  /** Only records addressed to this department, about its steps; the others are passed over without decoding. */
  readonly department?: string;
  readonly reactions: readonly Reaction[];
  /** Where a record without a reaction still counts in the sequence: the document that keeps count. */
  readonly counts?: (about: About) => { kind: string; id: string };
}
