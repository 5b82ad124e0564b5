import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadDepartments } from '@lianban/catalogue';
import { createLog } from '@lianban/telemetry';
import { listen } from '@lianban/runtime';
import { type PackageList, createCall } from '@lianban/rest-client';
import type { Api, Calls, ApiCaller } from '../src/api/api';
import { ApiDown, ApiRefusal } from '../src/api/problem';
import { createDepartments } from '../src/catalogue/departments';
import { createPackages } from '../src/catalogue/packages';
import { loadAssets } from '../src/http/assets';
import { createSite } from '../src/site';

export interface Called {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly caller: ApiCaller;
}

/** Answers of the fake API by "METHOD /path" or "METHOD *"; a function is called, an Error is thrown. */
export type FakeAnswers = Record<string, unknown>;

export interface OpenSite {
  readonly url: string;
  readonly calls: Called[];
  readonly answers: FakeAnswers;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, form: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

interface PackagesBody {
  readonly packages: readonly { readonly steps: readonly { readonly item: Readonly<Record<string, unknown>> }[] }[];
}

const files = loadDepartments();
const departments = files.map(({ department, name }) => ({ code: department, name }));

/** An item with the texts of its department's catalogue file. */
function worded(item: Readonly<Record<string, unknown>>): object {
  const file = files.find(({ department }) => department === item.department);
  const facts = file?.items.find(({ code }) => code === item.code)?.facts.filter(({ shown }) => shown);
  return { ...item, words: file?.words, reasons: file?.reasons, facts };
}

const read = JSON.parse(readFileSync(join(__dirname, 'packages.json'), 'utf8')) as PackagesBody;
export const catalogue = {
  packages: read.packages.map((each) => ({
    ...each,
    steps: each.steps.map((step) => ({ ...step, item: worded(step.item) })),
  })),
} as unknown as PackageList;
export const signedIn = { Authorization: 'Bearer resident-token' };
export const english = { Cookie: 'lang=en' };

/** The site on a free port, in front of a fake API. */
export async function openSite(given: FakeAnswers = {}): Promise<OpenSite> {
  const answers: FakeAnswers = { 'GET /api/packages': catalogue, 'GET /api/departments': { departments }, ...given };
  const calls: Called[] = [];
  const answer = (called: Called): unknown => {
    calls.push(called);
    const found = answers[`${called.method} ${called.path}`] ?? answers[`${called.method} *`];
    const given: unknown = typeof found === 'function' ? (found as (called: Called) => unknown)(called) : found;
    if (given instanceof Error) throw given;
    if (found === undefined) throw refusal(404, 'not-found');
    return given;
  };
  const api: Api = (caller): Calls => ({
    call: createCall(async ({ method, address: path, header: headers, body }) =>
      answer({ method, path, body, headers, caller }),
    ),
    upload: async ({ contentType }) =>
      answer({ method: 'UPLOAD', path: '/api/me/materials', body: contentType, caller }) as never,
  });
  const site = createSite({
    api,
    packages: createPackages(api),
    departments: createDepartments(api),
    assets: loadAssets(),
    log: createLog('web', 'silent'),
    isReady: () => true,
  });
  const server = await listen(site, '127.0.0.1', 0, 30_000);
  const url = `http://127.0.0.1:${server.port}`;
  return {
    url,
    calls,
    answers,
    get: (path, headers = {}) => fetch(url + path, { headers, redirect: 'manual' }),
    post: (path, form, headers = {}) =>
      fetch(url + path, { method: 'POST', headers, body: new URLSearchParams(form), redirect: 'manual' }),
    close: () => server.stop(0),
  };
}

export const refusal = (status: number, slug: string, errors: ApiRefusal['errors'] = []): ApiRefusal =>
  new ApiRefusal({ status, slug, detail: slug, errors });
export const down = (): ApiDown => new ApiDown('not answered');
