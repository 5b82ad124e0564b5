import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

/** An application as the gateway returns it; only the fields the demonstration reads. */
export interface ShownApplication {
  readonly applicationNumber: string;
  readonly status: string;
  readonly version: number;
  readonly steps: readonly {
    readonly id: string;
    readonly department: string;
    readonly status: string;
    readonly reason?: string;
    readonly facts?: Readonly<Record<string, unknown>>;
  }[];
  readonly timeline: readonly {
    readonly at: string;
    readonly step?: string;
    readonly department?: string;
    readonly what: string;
    readonly detail?: string;
    readonly until?: string;
    readonly agent?: string;
  }[];
}

export class GatewayError extends Error {
  constructor(
    readonly status: number,
    readonly slug: string,
    detail: string,
  ) {
    super(`${status} ${slug}: ${detail}`);
  }
}

const issuer = join(__dirname, '..', '..', '..', '..', 'services', 'gateway', 'dist', 'local', 'issue-token.js');

/** A token of the local stack: ["resident", "resident-1"], ["officer", "o-1", "permits"], ["operator", "op-1"]. */
export const tokenFor = (identity: readonly string[]): string =>
  execFileSync(process.execPath, [issuer, ...identity], { encoding: 'utf8' }).trim();

/** A material of an application. */
export interface Copy {
  readonly code: string;
  readonly grade: 'C';
  readonly reference: string;
}

// The smallest PNG.
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export interface DemoClient {
  get<T>(path: string, headers?: Readonly<Record<string, string>>): Promise<T>;
  post<T>(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<T>;
  /** Submits with a new Idempotency-Key and retries until it is answered. */
  submit(application: unknown): Promise<string>;
  /** Uploads a copy of each of these papers, by their codes. */
  copies(...codes: readonly string[]): Promise<Copy[]>;
  /** Every version of an application, until it has ended. */
  watch(number: string, signal?: AbortSignal): AsyncGenerator<ShownApplication>;
}

/** A client of the gateway at `url` for one person. */
export function openClient(url: string, token: string): DemoClient {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };

  const ask = async <T>(path: string, init: RequestInit): Promise<T> => {
    const response = await fetch(url + path, { ...init, headers: { ...headers, ...init.headers } });
    const body = (await response.json()) as { slug?: string; detail?: string };
    if (!response.ok) throw new GatewayError(response.status, body.slug ?? '', body.detail ?? '');
    return body as T;
  };
  const post = <T>(path: string, body: unknown = {}, more: Readonly<Record<string, string>> = {}): Promise<T> =>
    ask<T>(path, { method: 'POST', body: JSON.stringify(body), headers: more });

  return {
    get: (path, more = {}) => ask(path, { method: 'GET', headers: more }),
    post,
    async submit(application) {
      const key = { 'idempotency-key': randomUUID() };
      const { applicationNumber } = await post<{ applicationNumber: string }>('/api/applications', application, key);
      return applicationNumber;
    },
    copies: (...codes) =>
      Promise.all(
        codes.map(async (code) => {
          const init = { method: 'POST', body: picture, headers: { 'content-type': 'image/png' } };
          const { reference } = await ask<{ reference: string }>('/api/me/materials', init);
          return { code, grade: 'C', reference } as const;
        }),
      ),
    async *watch(number, signal) {
      const init = { headers: { ...headers, accept: 'text/event-stream' }, ...(signal && { signal }) };
      const response = await fetch(`${url}/api/applications/${number}/events`, init);
      if (!response.ok || !response.body) throw new GatewayError(response.status, 'watch', 'no live updates');
      yield* applicationsIn(response.body);
    },
  };
}

/** Parses server-sent events; only `data:` is read. */
async function* applicationsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<ShownApplication> {
  let text = '';
  for await (const part of body.pipeThrough(
    new TextDecoderStream() as unknown as TransformStream<Uint8Array, string>,
  )) {
    text += part;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const data = /^data: ?(.*)$/m.exec(text.slice(0, end))?.[1];
      text = text.slice(end + 2);
      if (data) yield JSON.parse(data) as ShownApplication;
    }
  }
}
