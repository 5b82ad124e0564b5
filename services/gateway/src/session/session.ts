import { z } from 'zod';
import { identityOf } from '../token/claims';
import type { Identity } from '../token/identity';

/** Somebody who signed in, and when. What it says of them is what a token would say. */
export interface Session {
  /** New at each sign-in. */
  readonly id: string;
  readonly claims: SessionClaims;
  /** Seconds since 1970. */
  readonly startedAt: number;
  readonly seenAt: number;
}

export interface SessionClaims {
  readonly sub: string;
  readonly role: string;
  readonly department?: string | undefined;
  readonly district?: string | undefined;
  /** With spaces between. */
  readonly scopes?: string | undefined;
}

/** In seconds. */
export interface SessionTimes {
  /** Without a sign of life. */
  readonly idle: number;
  /** From the sign-in on, whatever happens. */
  readonly absolute: number;
}

const text = z.string();
const shape = z.object({
  sid: text,
  sub: text,
  role: text,
  department: text.optional(),
  district: text.optional(),
  scopes: text.optional(),
  startedAt: z.number(),
  seenAt: z.number(),
});

export const toSealed = ({ id, claims, startedAt, seenAt }: Session) => ({ sid: id, ...claims, startedAt, seenAt });

export function fromSealed(sealed: unknown): Session | undefined {
  const parsed = shape.safeParse(sealed);
  if (!parsed.success) return undefined;
  const { sid, startedAt, seenAt, ...claims } = parsed.data;
  return { id: sid, claims, startedAt, seenAt };
}

/** When it is over, unless there is a sign of life before. */
export const endOf = ({ startedAt, seenAt }: Session, { idle, absolute }: SessionTimes): number =>
  Math.min(seenAt + idle, startedAt + absolute);

/** Who it is, as long as it lasts. @param now seconds since 1970 */
export function identityIn(session: Session, times: SessionTimes, now: number): Identity | undefined {
  const exp = endOf(session, times);
  return now < exp ? identityOf({ ...session.claims, exp }) : undefined;
}

/** Signs of life are written down this far apart at most, for writing one down is a new cookie. */
const coarseness = 60;

export const wantsRenewal = ({ seenAt }: Session, now: number): boolean => now - seenAt >= coarseness;
