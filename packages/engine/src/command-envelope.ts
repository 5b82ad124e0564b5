import type { AddressedCommand, Refusal, Typed } from '@lianban/model';

/** One command of a batch, with where it came from. */
export interface CommandEnvelope {
  readonly addressed: AddressedCommand;
  /** The record it came from: applied once, in sequence. */
  readonly source?: {
    readonly subject: string;
    readonly sequence: number;
    /** The first of the records acknowledged with it, when records without a handler came right before. */
    readonly from?: number;
  };
  /** The durable request it answers: applied only while that request is open. */
  readonly requestId?: string;
  /** Ask the document for the command that is due instead of taking `addressed.command`. */
  readonly isTimeout?: boolean;
  /** Only advance the sequence: the record has no handler here, but its successor must not look like a gap. */
  readonly ackOnly?: boolean;
  /** Carry the command out once for this key; a repeat is answered with the document of the first. */
  readonly idempotency?: Idempotency;
  /** The version the caller saw; refused with "version-conflict" when the document has another. */
  readonly ifVersion?: number;
  readonly traceparent?: string | undefined;
  readonly causation?: string | undefined;
  /** Aborted when the caller no longer waits for the answer: the command is then dropped. */
  readonly signal?: AbortSignal;
}

export interface Idempotency {
  /** The aggregate that keeps the keys: see `idempotencyKeys`. */
  readonly keys: string;
  readonly key: string;
  /** Hash of what was asked for: the same key with another hash is refused. */
  readonly hash: string;
}

export interface Done<S = unknown, E = Typed> {
  readonly is: 'done';
  /** The document; of a repeated command, the one the first command was carried out on. */
  readonly id: string;
  readonly state: S;
  readonly version: number;
  readonly events: readonly E[];
}

/** What became of one command. "broken" is a bug in a rule: trying again cannot help. */
export type Outcome =
  | Done
  | { readonly is: 'duplicate' }
  | { readonly is: 'gap'; readonly expected: number }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  | { readonly is: 'broken'; readonly error: Error };
