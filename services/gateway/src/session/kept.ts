import type { ServiceClient } from '@lianban/grpc';
import type { residents } from '@lianban/protos';
import type { Log } from '@lianban/telemetry';
import { isRefusal } from '@lianban/model';
import { personOf } from '../token/person';
import type { Device } from './device';
import type { SessionInUse } from './session';

/** The residents service, which keeps for each person the list of their sessions. */
export type OpenSessions = ServiceClient<typeof residents.v1.OpenSessionsServiceService>;

/** A use is told when it is the first in five minutes by the clock: thousands of people turn pages at once. */
export const tellEverySeconds = 300;

/** @param now seconds since 1970 */
export const wantsTelling = (seenAt: number, now: number): boolean =>
  Math.floor(seenAt / tellEverySeconds) !== Math.floor(now / tellEverySeconds);

/**
 * Tells of a session that it was begun or used. A list that lacks an entry keeps nobody out: what cannot be told is told with
 * a later use.
 */
export const keeper =
  (openSessions: Pick<OpenSessions, 'keep'>, log: Log) =>
  async ({ session, identity }: SessionInUse, device: Device): Promise<void> => {
    const { id, startedAt, seenAt } = session;
    const { role } = identity;
    const times = { startedAt: new Date(startedAt * 1000), seenAt: new Date(seenAt * 1000) };
    const call = { onBehalfOf: `${role}:${identity.id}`, person: personOf(identity) };
    try {
      const done = await openSessions.keep({ session: { sessionId: id, role, device, ...times } }, call);
      if (isRefusal(done)) log.warn({ reason: done.refused }, 'session not listed yet');
    } catch (error) {
      log.warn({ err: error }, 'session not listed yet: told again with a later use');
    }
  };
