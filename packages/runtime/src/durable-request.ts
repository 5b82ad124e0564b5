import type { DurableRequest } from '@lianban/engine';
import type { Refusal, Typed } from '@lianban/model';
import type { Definition, RequestOf, ResponseOf } from '@lianban/grpc';

interface TypedRequest<D extends Definition, M extends keyof D & string, I> {
  readonly peer: string;
  readonly definition: D;
  readonly method: M;
  readonly deadlineMs: number;
  /** @param id of the document that raised the request */
  readonly request: (input: I, id: string) => RequestOf<D[M]>;
  readonly onReply: (answer: ResponseOf<D[M]> | Refusal, input: I) => Typed;
  readonly onTimeout: (why: string, input: I) => Typed;
}

/** An entry whose request and reply have the types of the peer's method. */
export const durableRequest = <D extends Definition, M extends keyof D & string, I>(
  entry: TypedRequest<D, M, I>,
): DurableRequest => entry as unknown as DurableRequest;
