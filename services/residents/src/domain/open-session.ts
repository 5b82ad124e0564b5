import type { Decider } from '@lianban/model';

/** Codes of what a browser says of itself. */
export interface Device {
  readonly browser: string;
  readonly system: string;
}

export interface KeptSession {
  readonly personId: string;
  /** The role it acts in. */
  readonly role: string;
  readonly device: Device;
  readonly startedAt: Date;
  readonly seenAt: Date;
}

export type OpenSessionState =
  { readonly status: 'unknown' } | ({ readonly status: 'open' } & KeptSession) | { readonly status: 'closed' };

export type OpenSessionCommand =
  { readonly type: 'KeepSession'; readonly session: KeptSession } | { readonly type: 'CloseSession' };

export type OpenSessionEvent =
  { readonly type: 'SessionKept'; readonly session: KeptSession } | { readonly type: 'SessionClosed' };

/**
 * A session of a browser, as its person sees it in their list. It belongs to whom it was first kept for, its last use never
 * goes back, and once closed it is not opened again by a use that is told late.
 */
export const openSession: Decider<OpenSessionState, OpenSessionCommand, OpenSessionEvent> = {
  initial: () => ({ status: 'unknown' }),
  decide(command, state) {
    if (command.type === 'CloseSession') return state.status === 'open' ? [{ type: 'SessionClosed' }] : [];
    const { session } = command;
    if (state.status === 'closed') return [];
    if (state.status === 'open' && (state.personId !== session.personId || session.seenAt <= state.seenAt)) return [];
    return [{ type: 'SessionKept', session }];
  },
  evolve: (_state, event) =>
    event.type === 'SessionKept' ? { status: 'open', ...event.session } : { status: 'closed' },
};
