import { z } from 'zod';
import { identityOf } from '../token/claims';
import type { Identity } from '../token/identity';

/** A signed-in person and the sign-in time. The claims are those of a token. */
export interface Session {
  /** New at each sign-in. */
  readonly id: string;
  readonly claims: SessionClaims;
  /** Seconds since 1970. */
  readonly startedAt: number;
  readonly seenAt: number;
}

/** A session that has not expired, with who its claims say it is of. */
export interface SessionInUse {
  readonly session: Session;
  readonly identity: Identity;
}

export interface SessionClaims {
  readonly sub: string;
  /** The one it acts in. */
  readonly role: string;
  /** Those to choose from, when there is more than one. */
  readonly roles?: readonly string[] | undefined;
  readonly department?: string | undefined;
  readonly district?: string | undefined;
  readonly acr?: string | undefined;
  /** Seconds since 1970. */
  readonly auth_time?: number | undefined;
  /** As the issuer calls them: shown to themselves, and decides nothing. */
  readonly name?: string | undefined;
  /** Separated by spaces. */
  readonly scopes?: string | undefined;
}

/** In seconds. */
export interface SessionTimes {
  /** Without activity. */
  readonly idle: number;
  /** After the sign-in, in any case. */
  readonly absolute: number;
}

const text = z.string();
export const claimsShape = z.object({
  sub: text,
  role: text,
  roles: z.array(text).optional(),
  department: text.optional(),
  district: text.optional(),
  scopes: text.optional(),
  name: text.optional(),
  acr: text.optional(),
  auth_time: z.number().optional(),
});
const shape = claimsShape.extend({ sid: text, startedAt: z.number(), seenAt: z.number() });

export const toSealed = ({ id, claims, startedAt, seenAt }: Session) => ({ sid: id, ...claims, startedAt, seenAt });

export function fromSealed(sealed: unknown): Session | undefined {
  const parsed = shape.safeParse(sealed);
  if (!parsed.success) return undefined;
  const { sid, startedAt, seenAt, ...claims } = parsed.data;
  return { id: sid, claims, startedAt, seenAt };
}

/** When the session expires without further activity. */
export const endOf = ({ startedAt, seenAt }: Session, { idle, absolute }: SessionTimes): number =>
  Math.min(seenAt + idle, startedAt + absolute);

/** The identity of the session, until it expires. @param now seconds since 1970 */
export function identityIn(session: Session, times: SessionTimes, now: number): Identity | undefined {
  const exp = endOf(session, times);
  const identity = now < exp ? identityOf({ ...session.claims, exp }) : undefined;
  const { role, roles = [role] } = session.claims;
  return identity && { ...identity, session: session.id, roles };
}

/** Activity is recorded at most this often, because recording it sets a new cookie. */
const coarseness = 60;

export const wantsRenewal = ({ seenAt }: Session, now: number): boolean => now - seenAt >= coarseness;
