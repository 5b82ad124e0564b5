import type { Announcements } from './announcements';
import type { Decider, FoldingDecider, Refusal, Typed } from './decider';

/**
 * The name of a kind of document, with the types of its state, commands and events: what is sent to such a document is
 * checked by the compiler, and so is what comes back.
 */
export interface AggregateType<S = unknown, C extends Typed = Typed, E extends Typed = Typed> {
  /** Name of the collection. */
  readonly name: string;
  /** For the compiler alone; never there. */
  readonly types?: { readonly state: S; readonly command: C; readonly event: E };
}

export const aggregateType = <S, C extends Typed, E extends Typed>(name: string): AggregateType<S, C, E> => ({ name });

/** One document of a service. */
export interface DocumentRef {
  readonly aggregate: string;
  readonly id: string;
}

/** A command on its way to one document. */
export interface AddressedCommand extends DocumentRef {
  readonly command: Typed;
}

export const commandTo = <S, C extends Typed, E extends Typed>(
  { name }: AggregateType<S, C, E>,
  id: string,
  command: NoInfer<C>,
): AddressedCommand => ({ aggregate: name, id, command });

/** A request to another service, to be stored with the event that raised it. */
export interface RequestToSend {
  /** Which entry of the service's table of requests. */
  readonly name: string;
  /** Plain data the request is made from. */
  readonly input: unknown;
}

export interface IndexSpec {
  readonly fields: Readonly<Record<string, 1 | -1>>;
  readonly unique?: boolean;
  /** Needed when a database may still have an index over the same fields that is not unique. */
  readonly name?: string;
  readonly partial?: Readonly<Record<string, unknown>>;
}

/** One kind of document: its rules and what its events cause. Every function is pure. */
export interface AggregateDefinition<S, C extends Typed, E extends Typed> {
  readonly decider: Decider<S, C, E> | FoldingDecider<S, C, E>;
  readonly announce: Announcements<E, S>;
  /** The Kafka key of a document's records; records of one key stay in order. Default: the document's id. */
  readonly keyOf?: (id: string) => string;
  /** Commands to other documents of this service, decided in the same transaction: all happen, or none. */
  readonly policy?: (event: E, state: S, id: string) => readonly AddressedCommand[];
  readonly requests?: (event: E, state: S, id: string) => readonly RequestToSend[];
  /**
   * Commands that create a document. The engine takes their document for new without reading it; if it exists, the insert
   * is refused and the batch is decided again on what is there.
   */
  readonly createdBy?: readonly C['type'][];
  readonly indexes?: readonly IndexSpec[];
  /**
   * Parts of the state that are sealed in the database, by their paths: "file.known", "members.*.income", where "*" is every
   * element of a list or a table. No index and no query can look at them.
   */
  readonly sealed?: readonly string[];
  /** The database removes a document this long after its last change, in milliseconds; absent, it stays. */
  readonly keepMs?: number;
  /**
   * Whether a document hears of a subject from a service, named "permits:LB1/licence". Asked of every record before its
   * sequence is looked at, also of one that means nothing here: a refusal makes it a dead letter that counts nowhere.
   */
  readonly disbelieves?: (place: string, state: S) => Refusal | undefined;
  /** Milliseconds a whole journey took, told by the event that ended it. */
  readonly duration?: (event: E, state: S) => number | undefined;
  /** A filter over the stored document: those that wait for an operator. Indexed, and counted for operators. */
  readonly needsOperator?: Readonly<Record<string, unknown>>;
}

export interface Aggregate<S, C extends Typed, E extends Typed> extends AggregateDefinition<S, C, E> {
  readonly name: string;
  readonly keyOf: (id: string) => string;
}

/** An aggregate whose state and messages only its own functions know. */
export type AnyAggregate = Aggregate<unknown, Typed, Typed>;

export const aggregate = <S, C extends Typed, E extends Typed>(
  { name }: AggregateType<S, C, E>,
  definition: AggregateDefinition<S, C, E>,
): AnyAggregate => ({ keyOf: (id: string) => id, ...definition, name }) as unknown as AnyAggregate;
