import { type Call, type StoredMaterial, createCall } from '@lianban/rest-client';
import { ApiDown, failureOf } from './problem';

/** On whose account the API is asked. */
export interface ApiCaller {
  /** The person's token as the gateway passed it; absent for somebody who is not signed in. */
  readonly token?: string | undefined;
  readonly traceparent?: string | undefined;
  /** The resident in whose name it is done, by a mandate. */
  readonly actingFor?: string | undefined;
}

/** A file as it comes in from a form, passed on as it is. */
export interface Upload {
  readonly body: ReadableStream<Uint8Array>;
  readonly contentType: string;
  readonly length: string | undefined;
}

/** The gateway's API as one caller sees it. Both throw ApiRefusal or ApiDown when they bring no answer. */
export interface Calls {
  readonly call: Call;
  upload(file: Upload): Promise<StoredMaterial>;
}

export type Api = (caller: ApiCaller) => Calls;

/** Longer than the gateway waits for a service: it answers first, and says more. */
const answerWithinMs = 12_000;

const uploadWithinMs = 120_000;

/** The API at `url`, asked as whoever calls. Its answers are as its document says: docs/adr/0015. */
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
