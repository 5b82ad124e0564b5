import type { Decider, Refusal } from '@lianban/model';

/** Which case has a benefit of one person or household: the first that asked, until it ends without it or what it granted stops. */
export interface BenefitClaimState {
  readonly benefit?: string;
  /** Who it counts for: the person, or all of the household when it was claimed. */
  readonly persons: readonly string[];
  readonly held?: { readonly caseId: string; readonly askedAt: Date };
  /** Cases that gave it up, and when: a claim of theirs from before then is late, and holds nothing. */
  readonly released: readonly { readonly caseId: string; readonly at: Date }[];
  /** YYYY-MM: until the month before, what stopped is still paid. */
  readonly freeFrom?: string;
}

export interface ClaimBenefit {
  readonly type: 'ClaimBenefit';
  readonly benefit: string;
  readonly persons: readonly string[];
  readonly caseId: string;
  readonly askedAt: Date;
}

export interface ReleaseBenefit {
  readonly type: 'ReleaseBenefit';
  readonly caseId: string;
  readonly releasedAt: Date;
  readonly freeFrom?: string;
}

export type BenefitClaimCommand = ClaimBenefit | ReleaseBenefit;

export type BenefitClaimEvent =
  | (Omit<ClaimBenefit, 'type'> & { readonly type: 'BenefitClaimed'; readonly at: Date })
  | (Omit<ReleaseBenefit, 'type'> & { readonly type: 'BenefitReleased'; readonly at: Date });

const taken: Refusal = {
  refused: 'already-granted',
  detail: 'The same is granted or being decided in another case of this person or household.',
};

/** A benefit is claimed by one case at a time. Said twice, in any order and however late, a claim and its release have one effect. */
export const benefitClaim: Decider<BenefitClaimState, BenefitClaimCommand, BenefitClaimEvent> = {
  initial: () => ({ persons: [], released: [] }),
  decide(command, { held, released }, at) {
    const { caseId } = command;
    if (command.type === 'ReleaseBenefit') {
      const isKnown = released.some((each) => each.caseId === caseId && each.at >= command.releasedAt);
      const isHeldSince = held?.caseId === caseId && held.askedAt > command.releasedAt;
      return isKnown || isHeldSince ? [] : [{ ...command, type: 'BenefitReleased', at }];
    }
    // Claimed again later, it outlasts the release of what had stopped before.
    if (held?.caseId === caseId && held.askedAt >= command.askedAt) return [];
    if (held && held.caseId !== caseId) return taken;
    if (released.some((each) => each.caseId === caseId && each.at >= command.askedAt)) return [];
    return [{ ...command, type: 'BenefitClaimed', at }];
  },
  evolve(state, event) {
    if (event.type === 'BenefitClaimed') {
      const { benefit, persons, caseId, askedAt } = event;
      return { ...state, benefit, persons, held: { caseId, askedAt } };
    }
    const { caseId, releasedAt, freeFrom } = event;
    const { held, ...rest } = state;
    const others = state.released.filter((each) => each.caseId !== caseId);
    return {
      ...rest,
      ...(held && held.caseId !== caseId && { held }),
      released: [...others, { caseId, at: releasedAt }],
      ...(held?.caseId === caseId && freeFrom !== undefined && { freeFrom }),
    };
  },
};
