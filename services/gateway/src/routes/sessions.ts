import { isRefusal } from '@lianban/model';
import { route } from '../http/route';
import { endedSessions, sessionList, sessionView } from '../schemas/session';

/** The sessions of whoever asks, in whichever role: an account that is used elsewhere is noticed, and put out. */
export const sessions = [
  route({
    method: 'get',
    path: '/api/me/sessions',
    id: 'listSessions',
    summary: 'Where I am signed in, the last used first',
    who: 'signed-in',
    answers: sessionList,
    async answer({ who, call }, ports) {
      const since = ports.sessions.oldestUse();
      const found = await ports.openSessions.list({ since: since.seen }, call);
      if (isRefusal(found)) return found;
      const open = found.sessions.filter(({ startedAt }) => startedAt && startedAt > since.started);
      return { body: { sessions: open.map((each) => sessionView(each, who.session)) } };
    },
  }),
  route({
    method: 'post',
    path: '/api/me/sessions/:session/end',
    id: 'endSession',
    summary: 'End a session of mine: within seconds its browser is signed out',
    who: 'signed-in',
    answers: endedSessions,
    async answer({ path, call }, ports) {
      const done = await ports.openSessions.endOne({ sessionId: path.session }, call);
      if (isRefusal(done)) return done;
      ports.sessions.hasEnded(path.session);
      return { body: { ended: 1 } };
    },
  }),
  route({
    method: 'post',
    path: '/api/me/sessions/end-others',
    id: 'endOtherSessions',
    summary: 'End all sessions of mine but this one',
    who: 'signed-in',
    answers: endedSessions,
    async answer({ who, call }, ports) {
      const done = await ports.openSessions.endOthers({ sessionId: who.session ?? '' }, call);
      if (isRefusal(done)) return done;
      for (const session of done.sessionIds) ports.sessions.hasEnded(session);
      return { body: { ended: done.sessionIds.length } };
    },
  }),
];
