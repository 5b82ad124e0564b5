import type { Question } from '@lianban/engine';
import type { Refusal, Typed } from '@lianban/model';
import type { Definition, RequestOf, ResponseOf } from '@lianban/grpc';

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

/** An entry whose request and answer have the types of the peer's method. */
export const question = <D extends Definition, M extends keyof D & string, I>(
  entry: TypedQuestion<D, M, I>,
): Question => entry as unknown as Question;
