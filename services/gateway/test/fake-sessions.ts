import type { OpenSessions } from '../src/session/kept';

export const fakeOpenSessions: OpenSessions = {
  keep: async () => ({}),
  list: async () => ({
    sessions: [
      {
        sessionId: '00000000-0000-4000-8000-000000000001',
        role: 'resident',
        startedAt: new Date(),
        seenAt: new Date(),
        device: { browser: 'firefox', system: 'windows' },
      },
    ],
  }),
  endOne: async () => ({}),
  endOthers: async () => ({ sessionIds: ['00000000-0000-4000-8000-000000000002'] }),
};
