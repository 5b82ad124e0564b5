import { type HttpServer, listen } from '@lianban/runtime';
import { createGateway } from '../src/gateway';
import { type GatewayLimits, limits as usualLimits } from '../src/ports';
import { type RecordedCall, type Fakes, fakePorts } from './fake-ports';
import { type TestClaims, claimsOf, tokenFor } from './tokens';

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly slug: string;
  readonly errors?: readonly { pointer?: string; parameter?: string; header?: string; detail: string }[];
}

export interface RequestInput {
  readonly method?: string;
  /** A role with the usual claims, claims, or null for nobody. */
  readonly as?: keyof typeof claimsOf | TestClaims | null;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly signal?: AbortSignal;
}

export interface TestGateway {
  readonly url: string;
  readonly calls: RecordedCall[];
  readonly logged: string[];
  send(path: string, how?: RequestInput): Promise<Response>;
  close(): Promise<void>;
}

/** The gateway on a free port, with fake services behind it. */
export async function openGateway(fakes: Fakes = {}, limits: Partial<GatewayLimits> = {}): Promise<TestGateway> {
  const { ports, calls, logged } = fakePorts(fakes);
  const server: HttpServer = await listen(createGateway(ports, { ...usualLimits, ...limits }), '127.0.0.1', 0, 300_000);
  const url = `http://127.0.0.1:${server.port}`;
  return { url, calls, logged, send: (path, how = {}) => send(url + path, how), close: () => server.stop(0) };
}

async function send(
  url: string,
  { method, as = null, token, headers, json, raw, signal }: RequestInput,
): Promise<Response> {
  const bearer = token ?? (as && (await tokenFor(typeof as === 'string' ? claimsOf[as] : as)));
  const body = raw ?? (json === undefined ? undefined : JSON.stringify(json));
  return fetch(url, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(bearer ? { Authorization: `Bearer ${bearer}` } : {}),
      ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
    ...(signal ? { signal } : {}),
  });
}

/** The problem in an answer; fails when the answer is none. */
export async function problemIn(response: Response): Promise<Problem> {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const problem = (await response.json()) as Problem;
  expect(problem.status).toBe(response.status);
  expect(problem.type).toBe(`urn:lianban:problem:${problem.slug}`);
  expect(problem.title.length).toBeGreaterThan(0);
  expect(problem.detail.length).toBeGreaterThan(0);
  return problem;
}

/** The address of a route, with something well written in the place of each name. */
export const addressOf = (path: string): string =>
  path
    .replace(':residentId', 'r-1')
    .replace(':number', 'A-1')
    .replace(':step', 'licence')
    .replace(':service', 'permits')
    .replace(':subject', 'A-1')
    .replace(/:(code|package)/, 'small-shop')
    .replace(':mandate', 'MD00000001')
    .replace(':consent', 'A-1.social-assistance.minimum-living-allowance')
    .replace(':read', 'r20260302T010000-0a1b2c3d.0000000001')
    .replace(':session', '00000000-0000-4000-8000-000000000001')
    .replace(':question', 'q'.repeat(32))
    .replace(':writ', '1')
    .replace(':correction', 'c'.repeat(32))
    .replace(':key', 'key-1')
    .replace(':reference', 'FM00000000-0000-4000-8000-000000000000');

export const submission = { package: 'small-shop', district: '410105', answers: { savings: 1200 }, materials: [] };
export const key = (of = 'key-1') => ({ 'Idempotency-Key': of });
