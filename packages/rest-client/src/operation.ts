import type { PathsWithMethod, RequestBodyJSON, SuccessResponseJSON } from 'openapi-typescript-helpers';
import type { paths } from '../gen/api';

export type Method = 'get' | 'post' | 'put' | 'delete';

/** The addresses of the API that a method is for. */
export type PathOf<M extends Method> = PathsWithMethod<paths, M>;

type Body<Operation> = [RequestBodyJSON<Operation>] extends [never]
  ? unknown
  : { readonly body: RequestBodyJSON<Operation> };

type Sent<Operation> = Operation extends { readonly parameters: infer Parameters }
  ? Parameters & Body<Operation> & { readonly signal?: AbortSignal }
  : never;

export type BodyOf<M extends Method, P extends PathOf<M>> = Body<paths[P][M]>;

/** What goes with a request: path, query, header and body, as the API takes them there; nothing where all may be left out. */
export type Asked<M extends Method, P extends PathOf<M>> =
  Record<never, never> extends Sent<paths[P][M]> ? [asked?: Sent<paths[P][M]>] : [asked: Sent<paths[P][M]>];

export type Answer<M extends Method, P extends PathOf<M>> = SuccessResponseJSON<NonNullable<paths[P][M]>>;
