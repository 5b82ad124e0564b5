import type { CallOptions } from '@lianban/grpc';
import { isRefusal } from '@lianban/model';
import type { applications } from '@lianban/protos';
import type { Request } from 'express';
import { z } from 'zod';
import type { Mandates } from '../ports';
import type { Identity } from '../token/identity';
import { Problem } from './problem';
import { problemOf } from './refusals';

/** For whom something is done, and by whose hand. */
export interface OnBehalfOf {
  /** Whose application, draft or material it is. */
  readonly residentId: string;
  /** Whoever acts in their name, within these packages; undefined, when they act themselves. */
  readonly agent: applications.v1.Agent | undefined;
}

export const onBehalfOfHeader = z
  .string()
  .regex(/^[\w.-]{1,64}$/)
  .describe('The resident in whose name this is done, by a mandate of theirs');

/**
 * Whom the signed-in resident acts for: themselves, or by the header On-Behalf-Of somebody whose mandate is in force now.
 * @param allowed the route can be used in somebody's name
 * @throws Problem 400 when it cannot or the header is malformed, 403 without such a mandate
 */
export async function readOnBehalfOf(
  req: Request,
  allowed: boolean,
  who: Identity | undefined,
  live: boolean,
  mandates: Mandates,
  call: CallOptions,
): Promise<OnBehalfOf> {
  const residentId = who?.role === 'resident' ? who.id : '';
  const header = req.get('On-Behalf-Of') ?? principalInAddress(req, live);
  if (header === undefined) return { residentId, agent: undefined };
  const wrong = (detail: string) =>
    new Problem(400, 'invalid-header', detail, { errors: [{ header: 'On-Behalf-Of', detail }] });
  // Silently done in one's own name, it would be the wrong person's data.
  if (!allowed || residentId === '') throw wrong('This cannot be done on behalf of somebody else.');
  if (!onBehalfOfHeader.safeParse(header).success)
    throw wrong('The header On-Behalf-Of names one resident by their id.');
  if (header === residentId) return { residentId, agent: undefined };
  const packages = await scopeOf({ principalId: header, agentId: residentId }, mandates, call);
  return { residentId: header, agent: { residentId, packages } };
}

/** A browser's EventSource sends no header of its own: on a live stream the same stands in the address, as `for`. */
const principalInAddress = (req: Request, live: boolean): string | undefined =>
  live && typeof req.query.for === 'string' ? req.query.for : undefined;

/** The packages an agent may act in; none means every package. @throws Problem 403 without a mandate in force */
export async function scopeOf(
  between: { readonly principalId: string; readonly agentId: string },
  mandates: Mandates,
  call: CallOptions,
): Promise<string[]> {
  const authority = await mandates.check({ ...between, package: '' }, call);
  if (isRefusal(authority)) throw problemOf(authority, false);
  return authority.packages;
}

/** @throws Problem 403 when whoever acts is an agent whose mandate does not cover the package */
export function mustCover({ agent }: OnBehalfOf, code: string): void {
  if (agent && agent.packages.length > 0 && !agent.packages.includes(code))
    throw new Problem(403, 'mandate-scope', 'Your mandate of this person does not cover this package.');
}
