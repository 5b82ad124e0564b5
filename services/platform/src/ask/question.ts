import type { Refusal, Typed } from '../decider';
import type { Definition } from '../grpc';
import type { RequestOf, ResponseOf } from '../grpc/types';

/** One entry of a service's table of questions: whom to ask what, and which command the answer is. Pure. */
export interface Question {
  readonly peer: string;
  readonly definition: Definition;
  readonly method: string;
  /** Milliseconds after which we stop asking and the case goes on without an answer. */
  readonly deadlineMs: number;
  readonly request: (input: unknown, id: string) => unknown;
  readonly learnt: (answer: unknown, input: unknown) => Typed;
  readonly gaveUp: (why: string, input: unknown) => Typed;
}

interface TypedQuestion<D extends Definition, M extends keyof D & string, I> {
  readonly peer: string;
  readonly definition: D;
  readonly method: M;
  readonly deadlineMs: number;
  /** @param id of the document that asks: the case a reader has to name */
  readonly request: (input: I, id: string) => RequestOf<D[M]>;
  readonly learnt: (answer: ResponseOf<D[M]> | Refusal, input: I) => Typed;
  readonly gaveUp: (why: string, input: I) => Typed;
}

export const question = <D extends Definition, M extends keyof D & string, I>(
  entry: TypedQuestion<D, M, I>,
): Question => entry as unknown as Question;
