import { Readable } from 'node:stream';
import type { Log } from '@lianban/telemetry';
import type { Request } from 'express';
import type { Api, Calls, Upload } from '../api/api';
import type { DepartmentCatalogue } from '../catalogue/departments';
import type { PackageCatalogue } from '../catalogue/packages';
import type { Reader } from '../page/reader';
import type { Assets } from './assets';
import { MandateOver } from './failures';
import { preferencesIn } from './cookies';
import { localPath } from './local-path';
import type { SecurityContact } from './security-txt';

/** The dependencies of the site. */
export interface Site {
  readonly api: Api;
  readonly packages: PackageCatalogue;
  readonly departments: DepartmentCatalogue;
  readonly assets: Assets;
  /** For whoever found a weakness; undefined when the city names none. */
  readonly securityContact?: SecurityContact | undefined;
  readonly log: Log;
  readonly isReady: () => boolean;
}

/** A request as page handlers see it. */
export interface RequestContext {
  readonly reader: Reader;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** Form fields; a name submitted more than once holds a list. */
  readonly form: Readonly<Record<string, unknown>>;
  /** An uploaded file, as a stream. */
  readonly upload: Upload | undefined;
  /** The API, called for the reader or for their principal. */
  readonly calls: Calls;
}

const tokenIn = (req: Request): string | undefined => /^Bearer (\S+)$/i.exec(req.get('authorization') ?? '')?.[1];

function nameIn(encoded: string | undefined): string | undefined {
  try {
    return encoded && decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

export const readerOf = (req: Request): Reader => ({
  ...preferencesIn(req.get('cookie')),
  signedIn: tokenIn(req) !== undefined,
  roles: (req.get('x-lianban-roles') ?? '').split(' ').filter(Boolean),
  name: nameIn(req.get('x-lianban-name')),
  departments: [],
  here: localPath(req.originalUrl),
  now: new Date(),
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
 * The same request on behalf of the resident in its path (`/for/:resident/…`).
 * @throws MandateOver when the reader holds no mandate of theirs; the API checks what the mandate covers
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
  if (!mandate)
    throw new MandateOver(received.find((each) => each.principal.residentId === residentId)?.principal.name);
  const { name = '', isOrganisation } = mandate.principal;
  const actingFor = { residentId, name, isOrganisation };
  const calls = api({ token: tokenIn(req), traceparent, actingFor: residentId });
  return { ...context, reader: { ...context.reader, actingFor }, calls };
}
