import type { Decider } from '@lianban/model';

/** Which case a child's subsidy belongs to: the first that asked, until it ends without one. One document a child. */
export interface ClaimState {
  readonly caseId?: string;
}

export type ClaimCommand =
  { readonly type: 'AskClaim'; readonly caseId: string } | { readonly type: 'FreeClaim'; readonly caseId: string };

export type ClaimEvent =
  /** `holder`: whose the claim is; the asking case itself when it was free. */
  | { readonly type: 'ClaimAnswered'; readonly caseId: string; readonly holder: string; readonly at: Date }
  | { readonly type: 'ClaimFreed'; readonly at: Date };

/** A claim 申领 is given once; to free what somebody else holds changes nothing. */
export const claim: Decider<ClaimState, ClaimCommand, ClaimEvent> = {
  initial: () => ({}),
  decide(command, { caseId: holder }, at) {
    if (command.type === 'FreeClaim') return holder === command.caseId ? [{ type: 'ClaimFreed', at }] : [];
    const { caseId } = command;
    return [{ type: 'ClaimAnswered', caseId, holder: holder ?? caseId, at }];
  },
  evolve: (_state, event) => (event.type === 'ClaimFreed' ? {} : { caseId: event.holder }),
};
