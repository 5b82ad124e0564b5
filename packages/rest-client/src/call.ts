import { addressOf } from './address';
import type { Answer, Asked, Method, PathOf } from './operation';

/** A request whose address is filled in. */
export interface ApiRequest {
  readonly method: string;
  readonly address: string;
  readonly header: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/** Asks the API at an address of its document, and brings the answer the document tells of. */
export type Call = <M extends Method, P extends PathOf<M>>(
  method: M,
  path: P,
  ...asked: Asked<M, P>
) => Promise<Answer<M, P>>;

interface Parts {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** @param send as this client does: with its session, its limits of time and what it makes of a "no" */
export const createCall =
  (send: (request: ApiRequest) => Promise<unknown>): Call =>
  (method, template, ...[asked]) => {
    const { path, query, header = {}, body, signal }: Parts = asked ?? {};
    const request = { method: method.toUpperCase(), address: addressOf(template, path, query), header, body, signal };
    return send(request) as Promise<never>;
  };
