import type { Decider } from '@lianban/model';

export type EndedSessionState = { readonly status: 'unknown' } | { readonly status: 'ended'; readonly at: Date };

export interface EndSession {
  readonly type: 'EndSession';
}

export interface SessionEnded {
  readonly type: 'SessionEnded';
  readonly at: Date;
}

/** A session that somebody signed out of. The first moment counts; nothing makes it good again. */
export const endedSession: Decider<EndedSessionState, EndSession, SessionEnded> = {
  initial: () => ({ status: 'unknown' }),
  decide: (_command, state, at) => (state.status === 'ended' ? [] : [{ type: 'SessionEnded', at }]),
  evolve: (_state, { at }) => ({ status: 'ended', at }),
};
