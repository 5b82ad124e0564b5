import type { CallOptions } from '@lianban/grpc';
import type { Refusal } from '@lianban/model';
import type { z } from 'zod';
import type { GatewayLimits, Ports } from '../ports';
import type { OnBehalfOf } from './on-behalf-of';
import type { OfficerScope } from '../token/identity';
import type { Callers, Who } from './authorize';

/** The names in a path like "/api/applications/:number". */
type NamesIn<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesIn<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never;

/** Parts of what a city knows of a person, as the book of reads names them. */
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
  | 'notes'
  | 'application';

/** What an officer is shown of the person a case is about, and what for. */
export interface RecordedRead {
  readonly purpose: string;
  readonly fields: readonly ReadField[];
}

/** `register`: the register of residents answers, and writes down by itself what it told. */
export type Shows = RecordedRead | 'register' | 'nothing';

/** A request that is allowed, well-formed and validated. */
export interface RequestContext<W extends Who = Who, Names extends string = never, Q = unknown, B = unknown> {
  readonly who: Callers[W];
  /** For whom it is done: on a route that `acts`, not always the caller. */
  readonly onBehalfOf: OnBehalfOf;
  readonly path: Readonly<Record<Names, string>>;
  readonly query: Q;
  readonly body: B;
  /** "" on a route that asks for none, and of a client that sent none where it need not. */
  readonly idempotencyKey: string;
  /** From If-Match; 0 means whatever it is now. */
  readonly version: number;
  /** As the route says it. */
  readonly shows: Shows | undefined;
  /** Who it is done for, and its trace: to be handed to every call. */
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
  /** What an officer must have been given beyond the cases of the desk. */
  readonly scope?: OfficerScope;
  /** It can be done in another resident's name, with the header On-Behalf-Of. */
  readonly onBehalfOf?: boolean;
  /** Of a route for officers: what of a person it shows. A look at a case is in the book of reads before anything of it is shown. */
  readonly shows?: Shows;
  readonly query?: z.ZodType<Q>;
  readonly body?: z.ZodType<B>;
}

/** One route: the table of these is what is served, what is documented and what the role matrix is tested on. */
export interface Route<
  W extends Who = Who,
  P extends string = string,
  Q = unknown,
  B = unknown,
  A = unknown,
> extends Described<W, P, Q, B> {
  readonly kind?: 'answer';
  readonly needs?: 'idempotency-key' | 'if-match';
  /** A repetition is known by an Idempotency-Key, if it has one: without, each request counts. */
  readonly repeats?: boolean;
  readonly status?: 200 | 201 | 202;
  readonly answers: z.ZodType<A>;
  /** Seconds a public answer may be kept; without it an answer is private and never kept. */
  readonly maxAge?: number;
  answer(context: RequestContext<W, NamesIn<P>, Q, B>, ports: Ports): Promise<RouteAnswer<A> | Refusal>;
}

/** One live message: `id` lets a client that reconnects say what it has seen. */
export interface LiveEvent {
  readonly id: string;
  readonly event: string;
  readonly data: unknown;
}

/** A route answered with server-sent events; undefined when nothing more will ever come. */
export interface LiveRoute<W extends Who = Who, P extends string = string> extends Described<W, P, unknown, unknown> {
  readonly kind: 'live';
  open(
    context: RequestContext<W, NamesIn<P>> & { readonly lastEventId: string | undefined; readonly signal: AbortSignal },
    ports: Ports,
    limits: GatewayLimits,
  ): Promise<AsyncIterable<LiveEvent> | Refusal | undefined>;
}

/** What a client sends as a file: read as it is taken, never whole in memory. */
export interface SentFile {
  /** As the client says. */
  readonly type: string;
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** A route that takes a file, as the body or as the field "file" of a form. */
export interface UploadRoute<W extends Who = Who, P extends string = string, A = unknown> extends Described<
  W,
  P,
  unknown,
  unknown
> {
  readonly kind: 'upload';
  readonly takes: readonly string[];
  readonly answers: z.ZodType<A>;
  receive(context: RequestContext<W, NamesIn<P>>, file: SentFile, ports: Ports): Promise<RouteAnswer<A> | Refusal>;
}

export interface FileAnswer {
  readonly type: string;
  readonly size: number;
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** A route that answers with a file. */
export interface DownloadRoute<W extends Who = Who, P extends string = string> extends Described<
  W,
  P,
  unknown,
  unknown
> {
  readonly kind: 'download';
  readonly gives: readonly string[];
  send(
    context: RequestContext<W, NamesIn<P>> & { readonly signal: AbortSignal },
    ports: Ports,
  ): Promise<FileAnswer | Refusal>;
}

export type AnyRoute = Route | LiveRoute | UploadRoute | DownloadRoute;

/** Keeps the types of path, query, body and answer together while a route is written down. */
export const route = <const P extends string, W extends Who, Q, B, A>(of: Route<W, P, Q, B, A>): AnyRoute =>
  of as unknown as Route;
export const liveRoute = <const P extends string, W extends Who>(of: LiveRoute<W, P>): AnyRoute =>
  of as unknown as LiveRoute;
export const uploadRoute = <const P extends string, W extends Who, A>(of: UploadRoute<W, P, A>): AnyRoute =>
  of as unknown as UploadRoute;
export const downloadRoute = <const P extends string, W extends Who>(of: DownloadRoute<W, P>): AnyRoute =>
  of as unknown as DownloadRoute;
