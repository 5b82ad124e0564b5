import type { CallOptions } from '@lianban/grpc';
import type { Refusal } from '@lianban/model';
import type { z } from 'zod';
import type { GatewayLimits, Ports } from '../ports';
import type { OnBehalfOf } from './on-behalf-of';
import type { OfficerScope } from '../token/identity';
import type { Callers, Who } from './authorize';

/** The parameter names of a path like "/api/applications/:number". */
type NamesIn<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesIn<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never;

/** Parts of a person's data, as the book of reads names them. */
export type ReadField =
  | 'case'
  | 'answers'
  | 'earlier-results'
  | 'means'
  | 'facts'
  | 'papers'
  | 'paper'
  | 'objections'
  | 'result'
  | 'rehearsal'
  | 'documents'
  | 'notes'
  | 'entitlement'
  | 'application';

/** The data of a case's person that a route shows, and for which purpose: recorded in the book of reads. */
export interface RecordedRead {
  readonly purpose: string;
  readonly fields: readonly ReadField[];
}

/** `register`: the residents service answers and records the read itself. */
export type Shows = RecordedRead | 'register' | 'nothing';

/** The context of an authorised, validated request. */
export interface RequestContext<W extends Who = Who, Names extends string = never, Q = unknown, B = unknown> {
  readonly who: Callers[W];
  /** The principal: on a route with `onBehalfOf` not always the caller. */
  readonly onBehalfOf: OnBehalfOf;
  readonly path: Readonly<Record<Names, string>>;
  readonly query: Q;
  readonly body: B;
  /** "" on a route that takes none, and when an optional one was not sent. */
  readonly idempotencyKey: string;
  /** From If-Match; 0 matches any version. */
  readonly version: number;
  /** `shows` of the route. */
  readonly shows: Shows | undefined;
  /** Of the device the request came from. */
  readonly address: string;
  /** Call options with caller and trace: passed to every gRPC call. */
  readonly call: CallOptions;
}

export interface RouteAnswer<A> {
  readonly body: A;
  readonly etag?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Described<W extends Who, P extends string, Q, B> {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: P;
  /** operationId of the OpenAPI document. */
  readonly id: string;
  readonly summary: string;
  readonly who: W;
  /** The scope an officer needs beyond the cases of the desk. */
  readonly scope?: OfficerScope;
  /** The route accepts the header On-Behalf-Of. */
  readonly onBehalfOf?: boolean;
  /** For officers' routes: the personal data shown. A read of a case is recorded before anything is shown. */
  readonly shows?: Shows;
  /** An officer who must stay out of the case 回避 is answered too, without anything of the person; otherwise they are refused. */
  readonly toRecused?: 'withheld';
  readonly query?: z.ZodType<Q>;
  readonly body?: z.ZodType<B>;
}

/** One route. From the table of routes come the server, the documentation and the tests of the role matrix. */
export interface Route<
  W extends Who = Who,
  P extends string = string,
  Q = unknown,
  B = unknown,
  A = unknown,
> extends Described<W, P, Q, B> {
  readonly kind?: 'answer';
  readonly needs?: 'idempotency-key' | 'if-match';
  /** An Idempotency-Key is optional: with it a repetition is recognised, without it each request counts. */
  readonly repeats?: boolean;
  readonly status?: 200 | 201 | 202;
  readonly answers: z.ZodType<A>;
  /** Cache lifetime of a public answer in seconds; without it an answer is private and not cached. */
  readonly maxAge?: number;
  answer(context: RequestContext<W, NamesIn<P>, Q, B>, ports: Ports): Promise<RouteAnswer<A> | Refusal>;
}

/** One server-sent event: a client reconnects with the last `id` it has seen. */
export interface LiveEvent {
  readonly id: string;
  readonly event: string;
  readonly data: unknown;
}

/** A route answered with server-sent events; undefined when no event can follow. */
export interface LiveRoute<W extends Who = Who, P extends string = string> extends Described<W, P, unknown, unknown> {
  readonly kind: 'live';
  open(
    context: RequestContext<W, NamesIn<P>> & { readonly lastEventId: string | undefined; readonly signal: AbortSignal },
    ports: Ports,
    limits: GatewayLimits,
  ): Promise<AsyncIterable<LiveEvent> | Refusal | undefined>;
}

/** An uploaded file, streamed and never held in memory as a whole. */
export interface SentFile {
  /** As the client declares it. */
  readonly type: string;
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** A route that receives a file, as the body or as the form field "file". */
export interface UploadRoute<W extends Who = Who, P extends string = string, A = unknown> extends Described<
  W,
  P,
  unknown,
  unknown
> {
  readonly kind: 'upload';
  /** For the documentation: what is taken is judged by the content, not by the type that is declared. */
  readonly takes: readonly string[];
  readonly answers: z.ZodType<A>;
  receive(context: RequestContext<W, NamesIn<P>>, file: SentFile, ports: Ports): Promise<RouteAnswer<A> | Refusal>;
}

export interface FileAnswer {
  readonly type: string;
  /** Undefined of what is made while it is sent. */
  readonly size: number | undefined;
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** A route that answers with a file. */
export interface DownloadRoute<W extends Who = Who, P extends string = string, Q = unknown> extends Described<
  W,
  P,
  Q,
  unknown
> {
  readonly kind: 'download';
  readonly gives: readonly string[];
  /** What stands in a file of JSON. */
  readonly holds?: z.ZodType;
  send(
    context: RequestContext<W, NamesIn<P>, Q> & { readonly signal: AbortSignal },
    ports: Ports,
  ): Promise<FileAnswer | Refusal>;
}

export type AnyRoute = Route | LiveRoute | UploadRoute | DownloadRoute;

/** Infers the types of path, query, body and answer where a route is defined. */
export const route = <const P extends string, W extends Who, Q, B, A>(of: Route<W, P, Q, B, A>): AnyRoute =>
  of as unknown as Route;
export const liveRoute = <const P extends string, W extends Who>(of: LiveRoute<W, P>): AnyRoute =>
  of as unknown as LiveRoute;
export const uploadRoute = <const P extends string, W extends Who, A>(of: UploadRoute<W, P, A>): AnyRoute =>
  of as unknown as UploadRoute;
export const downloadRoute = <const P extends string, W extends Who, Q>(of: DownloadRoute<W, P, Q>): AnyRoute =>
  of as unknown as DownloadRoute;
