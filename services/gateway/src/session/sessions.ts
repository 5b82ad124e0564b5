import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { siteCookie } from './cookies';
import { type Device, deviceOf } from './device';
import { Ended } from './ended';
import { tellEverySeconds, wantsTelling } from './kept';
import type { Seal } from './seal';
import {
  type SessionClaims,
  type Session,
  type SessionInUse,
  type SessionTimes,
  endOf,
  fromSealed,
  identityIn,
  toSealed,
  wantsRenewal,
} from './session';

const purpose = 'session';
const rememberedEnds = 50_000;

export interface FoundSession extends SessionInUse {
  /** The latest time it can end. */
  readonly endsAt: Date;
}

export interface SignedIn {
  /** What the session has to be called; another each time, when left out. */
  readonly id?: string | undefined;
  /** Seconds since 1970. */
  readonly startedAt: number;
}

/** Sessions of browsers. The sealed cookie holds the whole session: any gateway process can read it. */
export interface Sessions {
  /** Whether the request carries a session cookie, valid or not. */
  isCarried(req: Request): boolean;
  find(req: Request): Promise<FoundSession | undefined>;
  /**
   * Starts a session, and ends the one this browser had.
   * @param from the sign-in it belongs to, when that was before: its latest end stays
   */
  begin(req: Request, res: Response, claims: SessionClaims, from?: SignedIn): Promise<void>;
  /** Records activity: extends the session up to its absolute end. */
  renew(req: Request, res: Response, found: FoundSession): Promise<void>;
  end(req: Request, res: Response): Promise<void>;
  /** Calls `then` when the session is signed out, here or elsewhere. @returns what makes it forget that */
  onceEnded(session: string, then: () => void): () => void;
  /** Marks a session as ended by another gateway process. */
  hasEnded(session: string): void;
  /** A session last told of, or begun, before these has expired. */
  oldestUse(): { readonly seen: Date; readonly started: Date };
}

/** Whom `createSessions` tells what happens to sessions. Neither throws. */
export interface SessionNews {
  /** Signed out here. */
  ended(session: string): Promise<void>;
  /** Begun, or used for the first time in a while. */
  used(found: SessionInUse, device: Device): Promise<void>;
}

export function createSessions(seal: Seal, origin: URL, times: SessionTimes, news: SessionNews): Sessions {
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
  const tellUse = async (req: Request, session: Session, now: number) => {
    const identity = identityIn(session, times, now);
    if (identity) await news.used({ session, identity }, deviceOf(req.headers['user-agent']));
  };
  const end = async ({ session }: FoundSession) => {
    ended.add(session.id, session.startedAt + times.absolute, nowInSeconds());
    await news.ended(session.id);
  };

  return {
    isCarried: (req) => cookie.read(req) !== undefined,
    find,
    async begin(req, res, claims, from) {
      const before = await find(req);
      const now = nowInSeconds();
      const { id = randomUUID(), startedAt = now } = from ?? {};
      const session = { id, claims, startedAt, seenAt: now };
      await write(res, session, now);
      await Promise.all([before && before.session.id !== id && end(before), tellUse(req, session, now)]);
    },
    async renew(req, res, { session }) {
      const now = nowInSeconds();
      if (!wantsRenewal(session, now)) return;
      const used = { ...session, seenAt: now };
      await write(res, used, now);
      // Nobody waits for the list.
      if (wantsTelling(session.seenAt, now)) void tellUse(req, used, now);
    },
    async end(req, res) {
      const found = await find(req);
      cookie.clear(res);
      if (found) await end(found);
    },
    onceEnded: (session, then) => ended.once(session, then),
    hasEnded(session) {
      const now = nowInSeconds();
      if (!ended.has(session)) ended.add(session, now + times.absolute, now);
    },
    oldestUse() {
      const before = (seconds: number) => new Date((nowInSeconds() - seconds) * 1000);
      return { seen: before(times.idle + tellEverySeconds), started: before(times.absolute) };
    },
  };
}
