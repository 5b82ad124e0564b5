/**
 * A "no" that is an answer, not a failure: the same refusal becomes HTTP 409 problem+json at the gateway,
 * FAILED_PRECONDITION over gRPC, and "handled: record and commit" when the command came from Kafka.
 */
export interface Refusal {
  /** Stable kebab-case slug that callers may branch on. */
  readonly refused: string;
  /** One sentence for the person who gets it: what is wrong and what to do. Never personal data. */
  readonly detail: string;
  /** JSON pointer to the wrong field, when there is one. */
  readonly pointer?: string;
  /** The publisher has no right to this command: its record becomes a dead letter and does not advance the inbox. */
  readonly disbelieved?: true;
}

export const refuse = (refused: string, detail: string, pointer?: string): Refusal =>
  pointer === undefined ? { refused, detail } : { refused, detail, pointer };

export const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === 'object' && answer !== null && typeof (answer as Refusal).refused === 'string';

/** Commands and events are told apart by their type alone. */
export interface Typed {
  readonly type: string;
}

/** When a state wants a command by itself, and which one. */
export interface Timeout<C> {
  readonly at: Date;
  readonly command: C;
}

/**
 * The rules of one kind of document. All functions are pure and synchronous; time arrives as data. `decide` answers with
 * the events that happen, with none when there is nothing (more) to do, or with a refusal.
 */
export interface Decider<S, C extends Typed, E extends Typed> {
  initial(id: string): S;
  decide(command: C, state: S, now: Date): readonly E[] | Refusal;
  evolve(state: S, event: E): S;
  timeout?(state: S): Timeout<C> | undefined;
}

/** Events with the states they lead to. */
export interface Decision<S, E> {
  readonly events: readonly E[];
  /** The state after each event. */
  readonly states: readonly S[];
}

/** A decider that computes the states while it decides: nothing has to compute them again. */
export interface FoldingDecider<S, C extends Typed, E extends Typed> {
  initial(id: string): S;
  decide(command: C, state: S, now: Date): Decision<S, E> | Refusal;
  timeout?(state: S): Timeout<C> | undefined;
}
