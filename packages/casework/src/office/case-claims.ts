import { residents } from '@lianban/protos';
import type { DurableRequest } from '@lianban/engine';
import type { Entitlement, EntitlementCommand, EntitlementEvent } from '@lianban/entitlements';
import { type RequestToSend, type Typed, isRefusal } from '@lianban/model';
import { durableRequest } from '@lianban/runtime';
import { CLAIM } from '../lifecycle/claim-fact';
import type { CaseCommand } from '../lifecycle/commands';
import type { CaseRequests } from './case-hooks';
import { type Recurring, personIn } from './recurring';

interface Claim {
  readonly benefit: string;
  readonly caseId: string;
  readonly residentId: string;
  readonly ofHousehold: boolean;
  readonly at: Date;
  readonly freeFrom?: string;
}

interface Reclaim extends Claim {
  /** The month it goes on with. */
  readonly from: string;
}

/** Without an answer nothing can be granted, and an officer cannot say it either: the register is asked for as long as a case may last. */
const CLAIM_MS = 90 * 24 * 60 * 60 * 1000;
const nothing: Typed = { type: 'Wake' };
const dateOf = (at: Date | string): Date => new Date(at);
const claimed = ({ benefit, caseId, residentId, ofHousehold, at }: Claim) => ({
  ...{ benefit, caseId, residentId, ofHousehold, cause: '' },
  askedAt: dateOf(at),
});

export const claimRequests: Readonly<Record<string, DurableRequest>> = {
  'benefit-claim': durableRequest({
    peer: 'residents',
    definition: residents.v1.ClaimsServiceService,
    method: 'claim',
    deadlineMs: CLAIM_MS,
    request: claimed,
    onReply: (answer): CaseCommand =>
      isRefusal(answer)
        ? { type: 'LearnFailed', name: CLAIM, why: answer.refused }
        : { type: 'Learn', name: CLAIM, value: answer },
    onTimeout: (): CaseCommand => ({ type: 'LearnFailed', name: CLAIM, why: 'residents-did-not-answer' }),
  }),
  'benefit-reclaim': durableRequest({
    peer: 'residents',
    definition: residents.v1.ClaimsServiceService,
    method: 'claim',
    deadlineMs: CLAIM_MS,
    request: (input: Reclaim) => claimed(input),
    onReply: (answer, { from }): EntitlementCommand | Typed =>
      !isRefusal(answer) && answer.taken ? { type: 'Stop', from, cause: 'already-granted' } : nothing,
    onTimeout: () => nothing,
  }),
  'benefit-release': durableRequest({
    peer: 'residents',
    definition: residents.v1.ClaimsServiceService,
    method: 'release',
    deadlineMs: CLAIM_MS,
    request: ({ at, freeFrom = '', ...claim }: Claim) => ({ ...claim, cause: '', releasedAt: dateOf(at), freeFrom }),
    onReply: () => nothing,
    onTimeout: () => nothing,
  }),
};

type RecurringOf = (item: string) => Recurring | undefined;

/** A case claims what it may grant once the rule needs to know, and gives it up when it ends without it. */
export const claimAsks =
  (recurringOf: RecurringOf): CaseRequests =>
  (event, state, id) => {
    if (state.status === 'unreceived') return [];
    const { request, asked } = state.file;
    const recurring = recurringOf(request.item);
    if (!recurring || recurring.ownClaim || !asked.includes(CLAIM)) return [];
    const claim: Claim = {
      benefit: request.item,
      caseId: id,
      residentId: personIn(recurring, request),
      ofHousehold: recurring.holder === 'household',
      at: event.at,
    };
    const isRefused = event.type === 'CaseDecided' && event.ruling.outcome === 'refused';
    if (event.type === 'FactAsked') return event.name === CLAIM ? [{ name: 'benefit-claim', input: claim }] : [];
    return isRefused || event.type === 'CaseCancelled' ? [{ name: 'benefit-release', input: claim }] : [];
  };

/**
 * What has stopped can be granted anew, from the month on that is not paid any more. What goes on is claimed again: another case may
 * have been granted it meanwhile, and then it stops for good.
 */
export const entitlementClaims =
  (recurringOf: RecurringOf) =>
  (event: EntitlementEvent, { benefit, caseId, holder, payeeId }: Entitlement): readonly RequestToSend[] => {
    const recurring = recurringOf(benefit);
    if (!recurring || recurring.ownClaim) return [];
    const ofHousehold = holder.kind === 'household';
    const residentId = ofHousehold ? payeeId : holder.id;
    const claim: Claim = { benefit, caseId, residentId, ofHousehold, at: event.at };
    switch (event.type) {
      case 'EntitlementStopped':
        return [{ name: 'benefit-release', input: { ...claim, freeFrom: event.from } }];
      case 'EntitlementResumed':
        return [{ name: 'benefit-reclaim', input: { ...claim, from: event.from } satisfies Reclaim }];
      default:
        return [];
    }
  };
