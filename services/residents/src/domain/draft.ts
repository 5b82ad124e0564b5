import type { Decider, Refusal } from '@lianban/model';

interface Place {
  readonly residentId: string;
  readonly forId: string;
  readonly package: string;
}

export interface KeptDraft extends Place {
  readonly status: 'kept';
  /** Answers, materials and where they stopped, sealed. */
  readonly sealed: string;
  readonly savedAt: Date;
}

/** What somebody has filled in and not handed in yet: sealed, because answers are personal details. */
export type DraftState = { readonly status: 'none' } | KeptDraft;

export interface SaveDraft extends Place {
  readonly type: 'SaveDraft';
  readonly sealed: string;
}

export interface DiscardDraft {
  readonly type: 'DiscardDraft';
}

export type DraftCommand = SaveDraft | DiscardDraft;

export interface DraftSaved extends Place {
  readonly type: 'DraftSaved';
  readonly sealed: string;
  readonly at: Date;
}

export interface DraftDiscarded {
  readonly type: 'DraftDiscarded';
}

export type DraftEvent = DraftSaved | DraftDiscarded;

const LARGEST = 256 * 1024;

/** One draft a writer, person and package. Discarding leaves nothing of what was written. */
export const draft: Decider<DraftState, DraftCommand, DraftEvent> = {
  initial: () => ({ status: 'none' }),
  decide(command, state, at): readonly DraftEvent[] | Refusal {
    if (command.type === 'DiscardDraft') return state.status === 'none' ? [] : [{ type: 'DraftDiscarded' }];
    const { residentId, forId, package: code, sealed } = command;
    if (sealed.length > LARGEST)
      return {
        refused: 'draft-too-large',
        detail: 'This is more than a draft can hold: shorten the answers.',
        pointer: '/answers',
      };
    return [{ type: 'DraftSaved', residentId, forId, package: code, sealed, at }];
  },
  evolve(_state, event) {
    if (event.type === 'DraftDiscarded') return { status: 'none' };
    const { residentId, forId, package: code, sealed, at } = event;
    return { status: 'kept', residentId, forId, package: code, sealed, savedAt: at };
  },
};
