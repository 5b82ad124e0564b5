import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Identity } from '../token/identity';
import { siteCookie } from './cookies';
import { Ended } from './ended';
import type { Seal } from './seal';
import {
  type SessionClaims,
  type Session,
  type SessionTimes,
  endOf,
  fromSealed,
  identityIn,
  toSealed,
  wantsRenewal,
} from './session';

const purpose = 'session';
const rememberedEnds = 50_000;

export interface FoundSession {
  readonly session: Session;
  readonly identity: Identity;
  /** The latest time it can end. */
  readonly endsAt: Date;
}

/** Sessions of browsers. The sealed cookie holds the whole session: any gateway process can read it. */
export interface Sessions {
  /** Whether the request carries a session cookie, valid or not. */
  isCarried(req: Request): boolean;
  find(req: Request): Promise<FoundSession | undefined>;
  /** Starts a session, in place of any other. */
  begin(res: Response, claims: SessionClaims): Promise<void>;
  /** Records activity: extends the session up to its absolute end. */
  renew(res: Response, found: FoundSession): Promise<void>;
  end(req: Request, res: Response): Promise<void>;
  /** Marks a session as ended by another gateway process. */
  hasEnded(session: string): void;
}

/** @param tell is called for each session signed out here */
export function createSessions(
  seal: Seal,
  origin: URL,
  times: SessionTimes,
  tell: (session: string) => Promise<void>,
): Sessions {
  const cookie = siteCookie('lianban', origin);
  const ended = new Ended(rememberedEnds);
  const nowInSeconds = () => Math.floor(Date.now() / 1000);

  const write = async (res: Response, session: Session, now: number) => {
    const left = endOf(session, times) - now;
    if (left > 0) cookie.write(res, await seal.close(purpose, toSealed(session), left), left);
  };
  const find = async (req: Request): Promise<FoundSession | undefined> => {
    const text = cookie.read(req);
    const session = text === undefined ? undefined : fromSealed(await seal.open(purpose, text));
    if (!session || ended.has(session.id)) return undefined;
    const identity = identityIn(session, times, nowInSeconds());
    return identity && { session, identity, endsAt: new Date((session.startedAt + times.absolute) * 1000) };
  };

  return {
    isCarried: (req) => cookie.read(req) !== undefined,
    find,
    begin: (res, claims) => {
      const now = nowInSeconds();
      return write(res, { id: randomUUID(), claims, startedAt: now, seenAt: now }, now);
    },
    async renew(res, { session }) {
      const now = nowInSeconds();
      if (wantsRenewal(session, now)) await write(res, { ...session, seenAt: now }, now);
    },
    async end(req, res) {
      const found = await find(req);
      cookie.clear(res);
      if (!found) return;
      ended.add(found.session.id, found.session.startedAt + times.absolute, nowInSeconds());
      await tell(found.session.id);
    },
    hasEnded(session) {
      const now = nowInSeconds();
      if (!ended.has(session)) ended.add(session, now + times.absolute, now);
    },
  };
}
