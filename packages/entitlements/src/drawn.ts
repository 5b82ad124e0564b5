import type { Decider } from '@lianban/model';
import type { Month } from './month';

/** What one holder was ever granted by a department, so that what happens to them reaches all of it. One document a holder. */
export interface DrawnState {
  /** Ids of entitlements. */
  readonly ids: readonly string[];
  /** Stopped for good, as by a death: what starts later stops at once. */
  readonly ended?: Ending;
}

interface Ending {
  readonly from: Month;
  readonly cause: string;
}

export type DrawnCommand =
  | { readonly type: 'Add'; readonly id: string }
  | ({ readonly type: 'StopAll' } & Ending)
  /** What was stopped for `stoppedFor` goes on, with arrears. */
  | ({ readonly type: 'ResumeAll'; readonly stoppedFor: string } & Ending)
  | { readonly type: 'RecheckAll'; readonly by: string; readonly cause: string };

interface Happened<T extends string> {
  readonly type: T;
  readonly at: Date;
}

export type DrawnEvent =
  | (Happened<'Added'> & { readonly id: string })
  | (Happened<'AllStopped'> & Ending)
  | (Happened<'AllResumed'> & Ending & { readonly stoppedFor: string })
  | (Happened<'AllToRecheck'> & { readonly by: string; readonly cause: string });

export const drawn: Decider<DrawnState, DrawnCommand, DrawnEvent> = {
  initial: () => ({ ids: [] }),
  decide(command, { ids, ended }, at) {
    switch (command.type) {
      case 'Add':
        return ids.includes(command.id) ? [] : [{ type: 'Added', id: command.id, at }];
      case 'StopAll':
        if (ended && ended.from <= command.from) return [];
        return [{ type: 'AllStopped', from: command.from, cause: command.cause, at }];
      case 'ResumeAll':
        if (ended?.cause !== command.stoppedFor) return [];
        return [{ ...command, type: 'AllResumed', at }];
      case 'RecheckAll':
        return [{ ...command, type: 'AllToRecheck', at }];
    }
  },
  evolve(state, event) {
    switch (event.type) {
      case 'Added':
        return { ...state, ids: [...state.ids, event.id] };
      case 'AllStopped':
        return { ...state, ended: { from: event.from, cause: event.cause } };
      case 'AllResumed':
        return { ids: state.ids };
      case 'AllToRecheck':
        return state;
    }
  },
};
