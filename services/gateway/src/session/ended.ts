import type { ServiceClient } from '@lianban/grpc';
import type { Log } from '@lianban/telemetry';
import { isRefusal } from '@lianban/model';
import type { residents } from '@lianban/protos';

/** Where all copies of the gateway tell each other which sessions people signed out of. */
export type EndedSessions = ServiceClient<typeof residents.v1.SessionsServiceService>;

/**
 * Sessions that were signed out of before their time, so that a copy of the cookie is worth nothing. Looking is a look into
 * memory; what other copies ended is learnt by asking again and again.
 */
export class Ended {
  private readonly until = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** @param until when it would have ended by itself; seconds since 1970 */
  add(session: string, until: number, now: number): void {
    if (this.until.size >= this.most) this.forget(now);
    this.until.set(session, until);
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

/** Two copies of `residents` may commit in another order than their clocks say. */
const overlapMs = 10_000;

export interface EndedElsewhere {
  /** Tells the others. What could not be told now is told with the next look. */
  tell(session: string): Promise<void>;
  /** Asks what else has ended since the last look; the first look asks for everything. */
  look(): Promise<void>;
}

/** @param learn hears of each session that ended somewhere; of some of them more than once */
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
      await send(session).catch((error: unknown) => log.warn({ err: error }, 'a sign-out waits to be told'));
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
