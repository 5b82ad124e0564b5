import type { Refusal, Typed, Order } from '@lianban/model';

/** One thing to do in a batch: a command, with where it came from. */
export interface Work {
  readonly order: Order;
  /** The record it came from: applied once, in sequence. */
  readonly source?: {
    readonly subject: string;
    readonly sequence: number;
    /** The first of those counted with it, when records that mean nothing to us came right before. */
    readonly from?: number;
  };
  /** The question it answers: applied only while that question is still open. */
  readonly askId?: string;
  /** Ask the document itself for its due command instead of `order.command`. */
  readonly wake?: boolean;
  /** Only count it as heard: it says nothing to this service, but its successor must not look like a gap. */
  readonly skip?: boolean;
  /** The version an officer saw; refused with "version-conflict" when it is no longer that. */
  readonly ifVersion?: number;
  readonly traceparent?: string | undefined;
  readonly causation?: string | undefined;
  /** Whoever waits for the answer is gone: not worth doing. */
  readonly signal?: AbortSignal;
}

export interface Done {
  readonly is: 'done';
  readonly state: unknown;
  readonly version: number;
  readonly events: readonly Typed[];
}

/** What became of one piece of work. "broken" is a bug in a rule: trying again cannot help. */
export type Outcome =
  | Done
  | { readonly is: 'duplicate' }
  | { readonly is: 'gap'; readonly expected: number }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  | { readonly is: 'broken'; readonly error: Error };
