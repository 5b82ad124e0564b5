import type { Decider } from '@lianban/model';
import type { Month } from './month';

/** What one holder was ever granted by a department, so that what happens to them reaches all of it. One document a holder. */
export interface DrawnState {
  /** Ids of entitlements. */
  readonly ids: readonly string[];
  /** Households whose benefits are paid to this person. */
  readonly households?: readonly string[];
  /** Stopped for good, as by a death: what starts later stops at once. */
  readonly ended?: Ending;
}

/** The first month that is not paid for, and why. */
export interface Ending {
  readonly from: Month;
  readonly cause: string;
  /** YYYY-MM-DD, by when what is paid to this person for a household must be looked at again. */
  readonly recheckBy?: string;
}

export type DrawnCommand =
  | { readonly type: 'Add'; readonly id: string }
  | { readonly type: 'PayFor'; readonly householdId: string }
  | ({ readonly type: 'StopAll' } & Ending)
  /** What was stopped for that cause stops with another month instead. */
  | ({ readonly type: 'RestopAll' } & Ending)
  /** What was stopped for `stoppedFor` goes on, with arrears. */
  | ({ readonly type: 'ResumeAll'; readonly stoppedFor: string } & Ending)
  | { readonly type: 'RecheckAll'; readonly by: string; readonly cause: string };

interface Happened<T extends string> {
  readonly type: T;
  readonly at: Date;
}

export type DrawnEvent =
  | (Happened<'Added'> & { readonly id: string })
  | (Happened<'PaidFor'> & { readonly householdId: string })
  | (Happened<'AllStopped'> & Ending)
  | (Happened<'AllResumed'> & Ending & { readonly stoppedFor: string })
  | (Happened<'AllToRecheck'> & { readonly by: string; readonly cause: string });

export const drawn: Decider<DrawnState, DrawnCommand, DrawnEvent> = {
  initial: () => ({ ids: [] }),
  decide(command, { ids, households = [], ended }, at) {
    switch (command.type) {
      case 'Add':
        return ids.includes(command.id) ? [] : [{ type: 'Added', id: command.id, at }];
      case 'PayFor':
        return households.includes(command.householdId) ? [] : [{ ...command, type: 'PaidFor', at }];
      case 'StopAll':
        return ended && ended.from <= command.from ? [] : [{ ...command, type: 'AllStopped', at }];
      case 'RestopAll': {
        const { from, cause } = command;
        const stopped: DrawnEvent = { ...command, type: 'AllStopped', at };
        if (ended?.cause !== cause || from < ended.from) return [stopped];
        if (from === ended.from) return [];
        return [{ type: 'AllResumed', from, cause: `${cause}-corrected`, stoppedFor: cause, at }, stopped];
      }
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
      case 'PaidFor':
        return { ...state, households: [...(state.households ?? []), event.householdId] };
      case 'AllStopped':
        return { ...state, ended: { from: event.from, cause: event.cause } };
      case 'AllResumed':
        return { ids: state.ids, ...(state.households && { households: state.households }) };
      case 'AllToRecheck':
        return state;
    }
  },
};
