import type { Decider, Typed } from './decider';
import type { Announcements } from './announcements';

/** A command on its way to one document. */
export interface Order {
  readonly kind: string;
  readonly id: string;
  readonly command: Typed;
}

/** A question to another service, to be stored with the event that raised it. */
export interface Asking {
  /** Which entry of the service's table of questions. */
  readonly name: string;
  /** Plain data the question is made from. */
  readonly input: unknown;
}

export interface IndexSpec {
  readonly fields: Readonly<Record<string, 1 | -1>>;
  readonly unique?: boolean;
  /** Needed when a database may still have an index over the same fields that is not unique. */
  readonly name?: string;
  readonly partial?: Readonly<Record<string, unknown>>;
}

/** One kind of document of a service: its rules and what its events cause. Every function is pure. */
export interface Kind<S, C extends Typed, E extends Typed> {
  /** Name of the collection. */
  readonly name: string;
  readonly decider: Decider<S, C, E>;
  readonly announce: Announcements<E, S>;
  /** Commands for other documents of this service, decided in the same transaction: all happen, or none. */
  readonly follow?: (event: E, state: S, id: string) => readonly Order[];
  readonly ask?: (event: E, state: S, id: string) => readonly Asking[];
  /**
   * Commands that begin a document. Theirs is taken for new without looking; if it is there already, its insert is
   * refused and everything is decided again on what is there.
   */
  readonly begins?: readonly C['type'][];
  readonly indexes?: readonly IndexSpec[];
  /** The database removes a document this long after its last change, in milliseconds; absent, it stays. */
  readonly keepMs?: number;
  /** Milliseconds a whole journey took, told by the event that ended it. */
  readonly took?: (event: E, state: S) => number | undefined;
  /** Over the stored document: those that stand until an operator does something. Indexed, and counted for operators. */
  readonly needsOperator?: Readonly<Record<string, unknown>>;
  /** Kafka key of the document's records; the application number, which is what stands before the first "/" of an id. */
  readonly keyOf?: (id: string) => string;
}

/** A kind whose state and messages only its own functions know. */
export type AnyKind = Kind<unknown, Typed, Typed>;

/** Kafka key of a document's records. */
export const keyOf = (kind: Pick<AnyKind, 'keyOf'>, id: string): string =>
  kind.keyOf ? kind.keyOf(id) : id.split('/', 1)[0]!;

export const kind = <S, C extends Typed, E extends Typed>(definition: Kind<S, C, E>): AnyKind =>
  definition as unknown as AnyKind;
