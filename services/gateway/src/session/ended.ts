import { EventEmitter } from 'node:events';
import type { ServiceClient } from '@lianban/grpc';
import type { Log } from '@lianban/telemetry';
import { isRefusal } from '@lianban/model';
import type { residents } from '@lianban/protos';

/** The residents service, through which gateway processes share signed-out sessions. */
export type EndedSessions = ServiceClient<typeof residents.v1.SessionsServiceService>;

/** Node treats events of some names otherwise. */
const named = (session: string) => `ended ${session}`;

/**
 * Signed-out sessions that have not expired, so that a copied cookie is refused. Lookups are in memory; sessions that other
 * processes ended are polled.
 */
export class Ended {
  private readonly until = new Map<string, number>();
  private readonly ends = new EventEmitter().setMaxListeners(0);

  constructor(private readonly most: number) {}

  /** @param until when the session would have expired; seconds since 1970 */
  add(session: string, until: number, now: number): void {
    if (this.until.size >= this.most) this.forget(now);
    this.until.set(session, until);
    this.ends.emit(named(session));
  }

  /** Calls `then` when the session ends, now if it has. @returns what makes it forget that */
  once(session: string, then: () => void): () => void {
    if (this.has(session)) then();
    this.ends.once(named(session), then);
    return () => void this.ends.off(named(session), then);
  }

  has(session: string): boolean {
    return this.until.has(session);
  }

  private forget(now: number): void {
    for (const [session, until] of this.until) if (until <= now) this.until.delete(session);
    const [oldest] = this.until.keys();
    if (this.until.size >= this.most && oldest !== undefined) this.until.delete(oldest);
  }
}

/** Overlap between polls: two processes of `residents` may commit in another order than their timestamps. */
const overlapMs = 10_000;

export interface EndedElsewhere {
  /** Shares a sign-out. When that fails, the next poll repeats it. */
  tell(session: string): Promise<void>;
  /** Fetches sessions ended since the last poll; the first poll fetches all. */
  look(): Promise<void>;
}

/** @param learn is called for each session that ended anywhere, possibly more than once */
export function endedElsewhere(kept: EndedSessions, learn: (session: string) => void, log: Log): EndedElsewhere {
  const untold = new Set<string>();
  let since: Date | undefined;
  const send = async (sessionId: string) => {
    await kept.end({ sessionId });
    untold.delete(sessionId);
  };
  return {
    async tell(session) {
      untold.add(session);
      await send(session).catch((error: unknown) =>
        log.warn({ err: error }, 'sign-out not shared yet: repeated with the next poll'),
      );
    },
    async look() {
      for (const session of untold) await send(session);
      const found = await kept.listEnded({ since });
      if (isRefusal(found)) return;
      for (const { sessionId } of found.sessions) learn(sessionId);
      const last = found.sessions.at(-1)?.endedAt;
      if (last) since = new Date(last.getTime() - overlapMs);
    },
  };
}
