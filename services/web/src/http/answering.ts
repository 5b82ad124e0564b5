import { gzipSync } from 'node:zlib';
import type { Request, RequestHandler, Response } from 'express';
import { traceOf } from '@lianban/runtime';
import { typedIn } from '../forms/typed-form';
import { type PageResult, type Page, redirect } from '../page/page';
import type { Reader } from '../page/reader';
import type { PageRoute } from '../routes/route';
import { signedOut } from '../views/problems';
import { type RequestContext, type Site, requestContextOf, onBehalfOf, readerOf } from './request-context';
import type { Assets } from './assets';
import { pageOfFailure } from './failures';
import { renderPage } from './render';
import { signInPath } from './sign-in-path';

/** Turns a page handler into an Express handler; a failure becomes an error page. */
export const answering =
  (site: Site) =>
  ({ method, path, handler, mine }: Pick<PageRoute, 'method' | 'path' | 'handler' | 'mine'>): RequestHandler =>
  async (req, res) => {
    const { traceparent, end } = traceOf(req, path);
    let context: RequestContext = requestContextOf(req, site, traceparent);
    context = { ...context, reader: { ...context.reader, departments: await site.departments.all() } };
    try {
      if (mine && !context.reader.signedIn) send(toSignIn(method, context), context.reader, req, res, site);
      else {
        if (mine) context = await onBehalfOf(context, req, site, traceparent);
        send(await handler(context, site), context.reader, req, res, site);
      }
      end();
    } catch (error) {
      const answer = pageOfFailure(error, { reader: context.reader, method: req.method, typed: typedIn(context.form) });
      const failed = answer.kind === 'page' && (answer.status ?? 200) >= 500;
      if (failed) site.log.error({ route: path, err: error }, 'page failed');
      end(failed ? error : undefined);
      send(answer, context.reader, req, res, site);
    }
  };

/** A reader of a page is redirected to sign in; a form that was submitted gets a page that keeps its input. */
const toSignIn = (method: string, { reader, form }: RequestContext): PageResult =>
  method === 'get' ? redirect(signInPath(reader.here)) : signedOut(typedIn(form));

function send(answer: PageResult, reader: Reader, req: Request, res: Response, { assets }: Site): void {
  if (answer.kind === 'page') sendPage(answer, reader, req, res, assets);
  else {
    res.set('Cache-Control', 'no-store').location(answer.path);
    if (answer.cookies?.length) res.set('Set-Cookie', [...answer.cookies]);
    res.status(303).end();
  }
}

function sendPage(page: Page, reader: Reader, req: Request, res: Response, assets: Assets): void {
  const html = renderPage(page, reader, assets);
  res.status(page.status ?? 200).set({
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Language': reader.language,
    'Cache-Control': reader.signedIn || req.method !== 'GET' ? 'no-store' : 'private, no-cache',
    Vary: 'Cookie, Authorization, Accept-Encoding',
  });
  // Personal pages are not compressed: their length could reveal their content (BREACH).
  if (!reader.signedIn && req.acceptsEncodings('gzip')) res.set('Content-Encoding', 'gzip').end(gzipSync(html));
  else res.end(html);
}

/** The error page for a request that could not be parsed. */
export function sendFailure(error: unknown, req: Request, res: Response, { assets }: Site): void {
  const reader = readerOf(req);
  const answer = pageOfFailure(error, { reader, method: req.method, typed: [] });
  if (answer.kind === 'page') sendPage(answer, reader, req, res, assets);
  else res.status(500).end();
}
