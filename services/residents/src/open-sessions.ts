import { residents } from '@lianban/protos';
import type { App } from '@lianban/runtime';
import { type GrpcService, type Handlers, grpcService } from '@lianban/grpc';
import { type Refusal, isRefusal, refuse } from '@lianban/model';
import { ENDED_SESSIONS, OPEN_SESSIONS } from './aggregate-types';

const mostListed = 100;
const nobody = refuse('invalid-request', 'Sessions are somebody’s: call on behalf of a person.');
const unknown = refuse('session-not-found', 'You have no such session, or it has ended already.');
const incomplete = refuse('invalid-request', 'Say which session, since when, and when it was used.', '/session');

interface Calling {
  readonly onBehalfOf?: string | undefined;
  readonly traceparent?: string | undefined;
}

/** Whoever is signed in, in whichever role: somebody who is officer and resident has one list. */
const personIn = ({ onBehalfOf = '' }: Calling): string | undefined => /^[a-z]+:(.+)$/.exec(onBehalfOf)?.[1];

/** Ends a session for every gateway process, and takes it from the list of its person. */
export async function endSession(app: App, sessionId: string, { traceparent }: Calling): Promise<Refusal | undefined> {
  const done = await app.dispatch(ENDED_SESSIONS, sessionId, { type: 'EndSession' }, { traceparent });
  if (isRefusal(done)) return done;
  if (!(await app.get(OPEN_SESSIONS, sessionId))) return undefined;
  const closed = await app.dispatch(OPEN_SESSIONS, sessionId, { type: 'CloseSession' }, { traceparent });
  return isRefusal(closed) ? closed : undefined;
}

/** The sessions somebody is signed in with, over gRPC. Kept here, because the gateway keeps nothing. */
export function openSessionsGrpc(app: App): GrpcService {
  const openOf = async (personId: string, since: Date) => {
    const found = await app.find(OPEN_SESSIONS, {
      filter: { 'state.personId': personId, 'state.status': 'open', 'state.seenAt': { $gte: since } },
      sort: { 'state.seenAt': -1 },
      limit: mostListed,
    });
    return found.flatMap(({ id, state }) => (state.status === 'open' ? [{ ...state, sessionId: id }] : []));
  };

  const handlers: Handlers<typeof residents.v1.OpenSessionsServiceService> = {
    async keep({ session }, call) {
      const personId = personIn(call);
      if (personId === undefined) return nobody;
      const { sessionId = '', role = '', startedAt, seenAt, device } = session ?? {};
      if (!/^[\w-]{1,64}$/.test(sessionId) || !startedAt || !seenAt) return incomplete;
      const { browser = 'other', system = 'other' } = device ?? {};
      const kept = { personId, role, startedAt, seenAt, device: { browser, system } };
      const { traceparent } = call;
      const done = await app.dispatch(
        OPEN_SESSIONS,
        sessionId,
        { type: 'KeepSession', session: kept },
        { traceparent },
      );
      return isRefusal(done) ? done : {};
    },

    async list({ since = new Date(0) }, call) {
      const personId = personIn(call);
      return personId === undefined ? nobody : { sessions: await openOf(personId, since) };
    },

    async endOne({ sessionId }, call) {
      const personId = personIn(call);
      const state = (await app.get(OPEN_SESSIONS, sessionId))?.state;
      if (state?.status !== 'open' || state.personId !== personId) return unknown;
      return (await endSession(app, sessionId, call)) ?? {};
    },

    async endOthers({ sessionId }, call) {
      const personId = personIn(call);
      if (personId === undefined) return nobody;
      const others = (await openOf(personId, new Date(0))).filter((each) => each.sessionId !== sessionId);
      const ended = await Promise.all(others.map((each) => endSession(app, each.sessionId, call)));
      return ended.find(isRefusal) ?? { sessionIds: others.map((each) => each.sessionId) };
    },
  };
  const callers = { gateway: { forPersons: 'everything', itself: [] } } as const;
  return grpcService(residents.v1.OpenSessionsServiceService, handlers, callers);
}
