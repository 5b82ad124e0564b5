import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Ports } from '../ports';
import { readOnBehalfOf } from './on-behalf-of';
import { readBody } from './body';
import { callerOf } from './caller';
import { checkDeskPowers } from './desk-powers';
import { readPath } from './path';
import { personOf } from '../token/person';
import { anyVersion, preconditionsOf, readIdempotencyKey, readIfMatch } from './preconditions';
import type { AnyRoute, RequestContext } from './route';
import { parseBody, parseQuery } from './validate';

const nothing = z.strictObject({});

/** A file that a link opens, which sends no headers. */
const takesFor = ({ kind, query }: AnyRoute): boolean =>
  kind === 'download' && query instanceof z.ZodObject && 'for' in query.shape;

export interface ParsedRequest {
  readonly context: RequestContext<AnyRoute['who'], string>;
  readonly expiresAt: Date | undefined;
  /** The request carried If-Match. */
  readonly conditional: boolean;
}

/**
 * Parses a request for `route`: caller first, then path and query, then body. A body is not read before the caller is known.
 * @param hold reserves bytes for a person's body until the request ends
 * @throws Problem with what is wrong.
 */
export async function readRequest(
  route: AnyRoute,
  req: Request,
  res: Response,
  ports: Ports,
  traceparent: string | undefined,
  hold: (person: string, bytes: number) => void,
): Promise<ParsedRequest> {
  const who = await callerOf(route.who, route.kind === 'live', req, res, ports);
  if (who) ports.strength.check(who);
  await checkDeskPowers(route, who, ports);
  const path = readPath(req, route.path);
  const query = parseQuery(route.query ?? nothing, req.query);
  const { needs, repeats = false } = preconditionsOf(route);
  const keyed = needs === 'idempotency-key' || (repeats && req.get('Idempotency-Key') !== undefined);
  const idempotencyKey = keyed ? readIdempotencyKey(req) : '';
  const ifMatch = needs === 'if-match' ? readIfMatch(req) : undefined;
  const person = who ? `${who.role}:${who.id}` : undefined;
  const call = { traceparent, ...(person && who && { onBehalfOf: person, person: personOf(who) }) };
  const onBehalfOf = await readOnBehalfOf(
    req,
    route.onBehalfOf === true,
    who,
    route.kind === 'live' || takesFor(route),
    ports.mandates,
    call,
  );
  const given =
    route.method === 'get' || route.kind === 'upload'
      ? undefined
      : await readBody(req, res, (bytes) => hold(person ?? 'anyone', bytes));
  const body = route.body ? parseBody(route.body, given) : parseBody(nothing.optional(), given);
  return {
    context: {
      who,
      onBehalfOf,
      path,
      query,
      body,
      idempotencyKey,
      version: ifMatch ?? anyVersion,
      shows: route.shows,
      address: req.ip ?? '',
      call,
    },
    expiresAt: who?.expiresAt,
    conditional: ifMatch !== undefined,
  };
}
