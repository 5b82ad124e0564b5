import { residents } from '@lianban/protos';
import type { App } from '@lianban/runtime';
import { type GrpcService, grpcService } from '@lianban/grpc';
import { refuse } from '@lianban/model';
import { ENDED_SESSIONS } from './aggregate-types';
import { endSession } from './open-sessions';

const mostAtOnce = 5_000;

/** Which sessions people signed out of. Kept here, because the gateway keeps nothing. */
export function sessionsGrpc(app: App): GrpcService {
  return grpcService(residents.v1.SessionsServiceService, {
    async end({ sessionId }, call) {
      if (!/^[\w-]{1,64}$/.test(sessionId)) return refuse('invalid-request', 'Name the session.', '/sessionId');
      return (await endSession(app, sessionId, call)) ?? {};
    },

    async listEnded({ since }) {
      const found = await app.find(ENDED_SESSIONS, {
        filter: { 'state.at': { $gte: since ?? new Date(0) } },
        sort: { 'state.at': 1 },
        limit: mostAtOnce,
      });
      return {
        sessions: found.flatMap(({ id, state }) =>
          state.status === 'ended' ? [{ sessionId: id, endedAt: state.at }] : [],
        ),
      };
    },
  });
}
