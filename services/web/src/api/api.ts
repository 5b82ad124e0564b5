import { type Call, type StoredMaterial, createCall } from '@lianban/rest-client';
import { ApiDown, failureOf } from './problem';

/** Credentials of an API call. */
export interface ApiCaller {
  /** The person's token, forwarded by the gateway; absent when nobody is signed in. */
  readonly token?: string | undefined;
  readonly traceparent?: string | undefined;
  /** The principal of the call, by a mandate. */
  readonly actingFor?: string | undefined;
}

/** An uploaded file, forwarded as a stream. */
export interface Upload {
  readonly body: ReadableStream<Uint8Array>;
  readonly contentType: string;
  readonly length: string | undefined;
}

/** The gateway's API for one caller. Both methods throw ApiRefusal or ApiDown on failure. */
export interface Calls {
  readonly call: Call;
  upload(file: Upload): Promise<StoredMaterial>;
}

export type Api = (caller: ApiCaller) => Calls;

/** Longer than the gateway's own time limit: its error answers come first, and say more. */
const answerWithinMs = 12_000;

/** 20 MB on a slow line. */
const uploadWithinMs = 300_000;

/** A client of the API at `url`. Answers are not validated again: docs/adr/0015. */
export const createApi =
  (url: string): Api =>
  ({ token, traceparent, actingFor }) => {
    const about = {
      Accept: 'application/json',
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(traceparent ? { traceparent } : {}),
      ...(actingFor ? { 'On-Behalf-Of': actingFor } : {}),
    };
    const ask = async <T>(address: string, init: RequestInit, withinMs: number): Promise<T> => {
      const signal = AbortSignal.timeout(withinMs);
      const response = await fetch(url + address, { ...init, signal, redirect: 'error' }).catch((error: unknown) => {
        throw new ApiDown(`${init.method} was not answered`, { cause: error });
      });
      if (!response.ok) throw await failureOf(response);
      return (await response.json()) as T;
    };
    return {
      call: createCall(({ method, address, header, body }) => {
        const sent = body === undefined ? {} : { body: JSON.stringify(body) };
        const type = body === undefined ? {} : { 'Content-Type': 'application/json' };
        return ask(address, { method, headers: { ...about, ...type, ...header }, ...sent }, answerWithinMs);
      }),
      upload: ({ body, contentType, length }) => {
        const size = length === undefined ? {} : { 'Content-Length': length };
        const headers = { ...about, ...size, 'Content-Type': contentType };
        return ask('/api/me/materials', { method: 'POST', headers, body, duplex: 'half' }, uploadWithinMs);
      },
    };
  };
