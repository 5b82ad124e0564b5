import { pipeline } from 'node:stream/promises';
import { isRefusal } from '@lianban/model';
import { traceOf } from '@lianban/runtime';
import type { Request, RequestHandler, Response } from 'express';
import type { GatewayLimits, Ports } from '../ports';
import { type ParsedRequest, readRequest } from './request-context';
import { sendPublic } from './compressed';
import { problemOfError, report } from './failures';
import { AdaptivePlaces, type Leave, PersonalPlaces, Places } from './in-flight';
import { endOf, sendLive } from './live';
import { problemOf } from './refusals';
import type { AnyRoute, DownloadRoute, LiveRoute, Route, UploadRoute } from './route';
import { readFile } from './upload';
import { notePerson } from '../security/watch';

const leastChanges = 16;

/** Turns routes into request handlers that share the limits on concurrent work. */
export function serving(ports: Ports, limits: GatewayLimits): (route: AnyRoute) => RequestHandler {
  const reads = new Places(limits.inFlight);
  const changes = new AdaptivePlaces(Math.min(leastChanges, limits.inFlight), limits.inFlight, limits.slowMs);
  const bodies = new PersonalPlaces(limits.bodyBytes, limits.bodyBytesEach, 'Too much at once: wait for an answer.');
  const streams = new PersonalPlaces(limits.streams, limits.streamsEach, 'Too many live streams: close one first.');

  return (route) => async (req, res) => {
    // Separate limits: reads may be fast while changes are slow.
    const held = [route.method === 'get' ? reads.take() : changes.take()];
    const leave = () => held.forEach((each) => each());
    const trace = traceOf(req, route.path);
    try {
      const request = await readRequest(route, req, res, ports, trace.traceparent, (person, bytes) =>
        held.push(bodies.take(person, bytes)),
      );
      if (route.kind === 'live') await answerLive(route, request, req, res, leave);
      else if (route.kind === 'upload') await answerUpload(route, request, req, res);
      else if (route.kind === 'download') await answerDownload(route, request, res);
      else await answer(route, request, req, res);
      trace.end();
    } catch (error) {
      trace.end(problemOfError(error).status >= 500 ? error : undefined);
      if (!res.headersSent) throw error;
      // A broken live stream is ended: the client reconnects and gets the problem then.
      report(ports.log, req, error);
    } finally {
      leave();
    }
  };

  async function answer(
    route: Route,
    { context, conditional }: ParsedRequest,
    req: Request,
    res: Response,
  ): Promise<void> {
    const given = await route.answer(context, ports);
    if (isRefusal(given)) throw problemOf(given, conditional);
    if (route.shows !== undefined) notePerson(res, personIn(given.body, context.path));
    const keep = route.maxAge === undefined ? 'no-store' : `public, max-age=${route.maxAge}`;
    res.status(route.status ?? 200).set({ 'Cache-Control': keep, ...given.headers });
    if (given.etag !== undefined) res.set('ETag', given.etag);
    if (route.maxAge !== undefined) await sendPublic(route.path, given.body, req, res);
    else res.json(given.body);
  }

  async function answerUpload(
    route: UploadRoute,
    { context }: ParsedRequest,
    req: Request,
    res: Response,
  ): Promise<void> {
    const given = await route.receive(context, await readFile(req), ports);
    if (isRefusal(given)) throw problemOf(given, false);
    res
      .status(201)
      .set({ 'Cache-Control': 'no-store', ...given.headers })
      .json(given.body);
  }

  async function answerDownload(route: DownloadRoute, { context }: ParsedRequest, res: Response): Promise<void> {
    const gone = new AbortController();
    res.once('close', () => gone.abort());
    const file = await route.send({ ...context, signal: gone.signal }, ports);
    if (isRefusal(file)) throw problemOf(file, false);
    res.set({
      'Cache-Control': 'no-store',
      'Content-Type': file.type,
      ...(file.size !== undefined && { 'Content-Length': String(file.size) }),
      'Content-Disposition': `${shownAs(file.type)}; filename="${file.name}"`,
    });
    if (res.req.method === 'HEAD') res.end();
    else
      await pipeline(file.content, res).catch((error: unknown) => {
        // A client that disconnected is no error.
        if (!gone.signal.aborted) throw error;
      });
  }

  async function answerLive(
    route: LiveRoute,
    request: ParsedRequest,
    req: Request,
    res: Response,
    leave: Leave,
  ): Promise<void> {
    const { context, expiresAt } = request;
    const leaveStreams = streams.take(context.call.onBehalfOf ?? '');
    const signedOut = new AbortController();
    const { session } = context.who ?? {};
    const forget = session === undefined ? undefined : ports.sessions.onceEnded(session, () => signedOut.abort());
    try {
      const signal = endOf(res, expiresAt, AbortSignal.any([ports.stopping, signedOut.signal]));
      const events = await route.open({ ...context, signal, lastEventId: req.get('Last-Event-ID') }, ports, limits);
      if (isRefusal(events)) throw problemOf(events, false);
      // An open stream may last for hours: it counts against the limit for streams only.
      leave();
      if (events === undefined) res.status(204).set('Cache-Control', 'no-store').end();
      else if (req.method === 'HEAD') res.type('text/event-stream').set('Cache-Control', 'no-store').end();
      else await sendLive(events, res, signal, limits.heartbeatMs);
    } finally {
      forget?.();
      leaveStreams();
    }
  }
}

/** Browsers show a picture and run nothing of it; no other file is rendered as a page of this site. */
const shownAs = (type: string): 'inline' | 'attachment' => (/^image\/(jpeg|png)$/.test(type) ? 'inline' : 'attachment');

/** Whom an answer tells of: by their id or, when it does not stand in it, by that of their application. */
const personIn = (body: unknown, { number = '' }: Readonly<Record<string, string>>): string => {
  const { residentId } = (body ?? {}) as { readonly residentId?: unknown };
  return typeof residentId === 'string' && residentId !== '' ? residentId : number;
};
