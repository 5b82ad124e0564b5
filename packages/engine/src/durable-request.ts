import type { Typed } from '@lianban/model';

/** One entry of a service's table of questions: whom to ask what, and which command the answer is. Pure. */
export interface Question {
  readonly peer: string;
  /** The peer's service as its client is generated. */
  readonly definition: object;
  readonly method: string;
  /** Milliseconds after which we stop asking and the case goes on without an answer. */
  readonly deadlineMs: number;
  readonly request: (input: unknown, id: string) => unknown;
  readonly learnt: (answer: unknown, input: unknown) => Typed;
  readonly gaveUp: (why: string, input: unknown) => Typed;
}
