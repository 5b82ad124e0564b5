import type { Refusal } from '@lianban/model';
import type { Person } from './person/person';

/** A method as ts-proto generates it; the two functions carry the types of request and response. */
export interface Method<Req = never, Res = unknown> {
  readonly path: string;
  readonly requestStream: boolean;
  readonly responseStream: boolean;
  readonly requestSerialize: (value: Req) => Buffer;
  readonly responseDeserialize: (bytes: Buffer) => Res;
}
export type Definition = Readonly<Record<string, Method>>;

export type RequestOf<M> = M extends { requestSerialize: (value: infer Req) => Buffer } ? Req : never;
export type ResponseOf<M> = M extends { responseDeserialize: (bytes: Buffer) => infer Res } ? Res : never;

/** The caller of a request, the person it calls for, and when it stops waiting. */
export interface CallContext {
  /** The calling service's name. */
  readonly caller: string;
  /** "resident:ID" or "officer:ID": the person on whose behalf the call is made, proved by the caller; none when it calls in its own name. */
  readonly onBehalfOf: string | undefined;
  readonly person: Person | undefined;
  readonly traceparent: string | undefined;
  /** Aborts when the caller is gone or its deadline has passed. */
  readonly signal: AbortSignal;
}

export interface CallOptions {
  /** Milliseconds from now; every call has a deadline. */
  readonly deadlineMs?: number;
  /** A name without a proof: believed of few callers, and by releases before person tokens. */
  readonly onBehalfOf?: string;
  /** Who is signed in. A client that signs proves it to the called service. */
  readonly person?: Person;
  readonly traceparent?: string | undefined;
  readonly signal?: AbortSignal;
}

export type Handler<M> = M extends { requestStream: true }
  ? (requests: AsyncIterable<RequestOf<M>>, call: CallContext) => Promise<ResponseOf<M> | Refusal>
  : M extends { responseStream: true }
    ? (request: RequestOf<M>, call: CallContext) => AsyncIterable<ResponseOf<M> | Refusal>
    : (request: RequestOf<M>, call: CallContext) => Promise<ResponseOf<M> | Refusal>;
export type Handlers<D> = { readonly [K in keyof D]: Handler<D[K]> };

/** A call resolves with the response or with the peer's refusal; it rejects with CallFailed when there is no answer. */
export type ServiceClient<D> = {
  readonly [K in keyof D]: D[K] extends { requestStream: true }
    ? (requests: AsyncIterable<RequestOf<D[K]>>, options?: CallOptions) => Promise<ResponseOf<D[K]> | Refusal>
    : D[K] extends { responseStream: true }
      ? (request: RequestOf<D[K]>, options: CallOptions) => AsyncIterable<ResponseOf<D[K]>>
      : (request: RequestOf<D[K]>, options?: CallOptions) => Promise<ResponseOf<D[K]> | Refusal>;
};

/** A call without an answer: the service is down, too slow, or has a bug. `retry` says whether calling again can help. */
export class CallFailed extends Error {
  constructor(
    readonly service: string,
    readonly code: string,
    detail: string,
    readonly retry: boolean,
  ) {
    super(`${service} did not answer (${code}): ${detail}`);
  }
}
