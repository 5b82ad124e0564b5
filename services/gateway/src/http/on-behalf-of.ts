import type { CallOptions } from '@lianban/grpc';
import { isRefusal } from '@lianban/model';
import type { applications } from '@lianban/protos';
import type { Request } from 'express';
import { z } from 'zod';
import type { Mandates } from '../ports';
import type { Identity } from '../token/identity';
import { Problem } from './problem';
import { problemOf } from './refusals';

/** The principal of a request and, when an agent acts, the agent. */
export interface OnBehalfOf {
  /** The owner of the application, draft or material. */
  readonly residentId: string;
  /** The agent and the packages of their mandate; undefined when residents act for themselves. */
  readonly agent: applications.v1.Agent | undefined;
}

export const onBehalfOfHeader = z
  .string()
  .regex(/^[A-Za-z0-9_.-]{1,64}$/)
  .describe('The resident in whose name this is done, by a mandate of theirs');

/**
 * Determines whom the signed-in resident acts for: themselves, or by the header On-Behalf-Of a principal with a mandate in force.
 * @param allowed the route accepts the header
 * @throws Problem 400 when the route does not accept the header or it is malformed, 403 without a mandate in force
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
  // Ignoring the header would show or change the wrong person's data.
  if (!allowed || residentId === '') throw wrong('This cannot be done on behalf of somebody else.');
  if (!onBehalfOfHeader.safeParse(header).success)
    throw wrong('The header On-Behalf-Of names one resident by their id.');
  if (header === residentId) return { residentId, agent: undefined };
  const packages = await scopeOf({ principalId: header, agentId: residentId }, mandates, call);
  return { residentId: header, agent: { residentId, packages } };
}

/** Neither EventSource nor a link can send headers: live streams and files to print take the principal from the query parameter `for`. */
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

/** @throws Problem 403 when the agent's mandate does not cover the package */
export function mustCover({ agent }: OnBehalfOf, code: string): void {
  if (agent && agent.packages.length > 0 && !agent.packages.includes(code))
    throw new Problem(403, 'mandate-scope', 'Your mandate of this person does not cover this package.');
}
