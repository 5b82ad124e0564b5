import type { z } from 'zod';
import { ApiDown, failureOf } from './problem';

/** On whose account the API is asked. */
export interface Caller {
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

export interface Sent {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The gateway's API as one caller sees it. Every call throws ApiRefusal or ApiDown when it brings no answer. */
export interface Calls {
  get<T>(path: string, shape: z.ZodType<T>): Promise<T>;
  send<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, sent: Sent, shape: z.ZodType<T>): Promise<T>;
  upload<T>(path: string, file: Upload, shape: z.ZodType<T>): Promise<T>;
}

export type Api = (caller: Caller) => Calls;

/** Longer than the gateway waits for a service: it answers first, and says more. */
const answerWithinMs = 12_000;

const uploadWithinMs = 120_000;

/** The API at `url`, asked as whoever calls. Answers are checked: a page is not built on something else than it expects. */
export const createApi =
  (url: string): Api =>
  ({ token, traceparent, actingFor }) => {
    const about = {
      Accept: 'application/json',
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(traceparent ? { traceparent } : {}),
      ...(actingFor ? { 'On-Behalf-Of': actingFor } : {}),
    };
    const ask = async <T>(path: string, init: RequestInit, withinMs: number, shape: z.ZodType<T>): Promise<T> => {
      const signal = AbortSignal.timeout(withinMs);
      const response = await fetch(url + path, { ...init, signal, redirect: 'error' }).catch((error: unknown) => {
        throw new ApiDown(`${init.method} was not answered`, { cause: error });
      });
      if (!response.ok) throw await failureOf(response);
      const answer: unknown = response.status === 204 ? undefined : await response.json();
      return shape.parse(answer);
    };
    return {
      get: (path, shape) => ask(path, { method: 'GET', headers: about }, answerWithinMs, shape),
      send: (method, path, { body, headers = {} }, shape) => {
        const sent = body === undefined ? {} : { body: JSON.stringify(body) };
        const type = body === undefined ? {} : { 'Content-Type': 'application/json' };
        return ask(path, { method, headers: { ...about, ...type, ...headers }, ...sent }, answerWithinMs, shape);
      },
      upload: (path, { body, contentType, length }, shape) => {
        const size = length === undefined ? {} : { 'Content-Length': length };
        const headers = { ...about, ...size, 'Content-Type': contentType };
        return ask(path, { method: 'POST', headers, body, duplex: 'half' }, uploadWithinMs, shape);
      },
    };
  };
