import { Readable } from 'node:stream';
import type { Log } from '@lianban/telemetry';
import type { Request } from 'express';
import type { Api, Calls, Upload } from '../api/api';
import { ApiRefusal } from '../api/problem';
import type { DepartmentCatalogue } from '../catalogue/departments';
import type { PackageCatalogue } from '../catalogue/packages';
import type { Reader } from '../page/reader';
import type { Assets } from './assets';
import { preferencesIn } from './cookies';
import type { DeskAssets } from './desk';
import { localPath } from './local-path';

/** What the site stands on. */
export interface Site {
  readonly api: Api;
  readonly packages: PackageCatalogue;
  readonly departments: DepartmentCatalogue;
  readonly assets: Assets;
  readonly desk: DeskAssets;
  readonly log: Log;
  readonly isReady: () => boolean;
}

/** One request, as a page is made from it. */
export interface RequestContext {
  readonly reader: Reader;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** The fields of a form; a name that came more than once holds a list. */
  readonly form: Readonly<Record<string, unknown>>;
  /** A file that comes in with the request, not read yet. */
  readonly upload: Upload | undefined;
  /** The API, asked as the person who reads, or in the name of whom they act for. */
  readonly calls: Calls;
}

const tokenIn = (req: Request): string | undefined => /^Bearer (\S+)$/i.exec(req.get('authorization') ?? '')?.[1];

export const readerOf = (req: Request): Reader => ({
  ...preferencesIn(req.get('cookie')),
  signedIn: tokenIn(req) !== undefined,
  departments: [],
  here: localPath(req.originalUrl),
});

export const requestContextOf = (req: Request, { api }: Site, traceparent: string | undefined): RequestContext => ({
  reader: readerOf(req),
  params: req.params as Record<string, string>,
  query: req.query as Record<string, unknown>,
  form: (req.body ?? {}) as Record<string, unknown>,
  upload: uploadIn(req),
  calls: api({ token: tokenIn(req), traceparent }),
});

function uploadIn(req: Request): Upload | undefined {
  const contentType = req.get('content-type') ?? '';
  if (!contentType.startsWith('multipart/form-data')) return undefined;
  return { body: Readable.toWeb(req) as ReadableStream<Uint8Array>, contentType, length: req.get('content-length') };
}

/**
 * The same request in the name of the resident whose id stands in its path (`/for/:resident/…`).
 * @throws ApiRefusal 403 when the reader holds no mandate of theirs; whether it covers the matter, the API says
 */
export async function onBehalfOf(
  context: RequestContext,
  req: Request,
  { api }: Site,
  traceparent: string | undefined,
): Promise<RequestContext> {
  const residentId = context.params.resident;
  if (residentId === undefined) return context;
  const { received } = await context.calls.call('get', '/api/me/mandates', { query: { limit: 100 } });
  const mandate = received.find((each) => each.principal.residentId === residentId && each.status === 'in-force');
  if (!mandate) throw new ApiRefusal({ status: 403, slug: 'mandate-missing', detail: '' });
  const actingFor = { residentId, name: mandate.principal.name ?? residentId };
  const calls = api({ token: tokenIn(req), traceparent, actingFor: residentId });
  return { ...context, reader: { ...context.reader, actingFor }, calls };
}
