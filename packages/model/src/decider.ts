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
  /** Whoever published the command has no right to say it: its record is put aside and not counted as heard. */
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

/** A moment at which a state wants to be woken, and the command that wakes it. */
export interface Wake<C> {
  readonly at: Date;
  readonly command: C;
}

/**
 * One kind of document and its rules. All functions are pure and synchronous; time arrives as data.
 * `decide` answers with the events that happen, with `[]` when there is nothing (more) to do, or with a refusal.
 */
export interface Decider<S, C extends Typed, E extends Typed> {
  initial(id: string): S;
  decide(command: C, state: S, now: Date): readonly E[] | Refusal;
  evolve(state: S, event: E): S;
  wake?(state: S): Wake<C> | undefined;
}
