import type { Decider } from '@lianban/model';

/** How far the messages about an application were read by one person: up to the one written at this moment. */
export type ReadMarkState = { readonly status: 'unread' } | { readonly status: 'read'; readonly until: Date };

export interface MarkRead {
  readonly type: 'MarkRead';
  readonly until: Date;
}

export interface MessagesRead {
  readonly type: 'MessagesRead';
  readonly until: Date;
}

/** A page that was open for long tells of less than has been read meanwhile: a mark never goes back. */
export const readMark: Decider<ReadMarkState, MarkRead, MessagesRead> = {
  initial: () => ({ status: 'unread' }),
  decide: ({ until }, state) =>
    state.status === 'read' && until <= state.until ? [] : [{ type: 'MessagesRead', until }],
  evolve: (_state, { until }) => ({ status: 'read', until }),
};
