import { residents } from '@lianban/protos';
import type { DurableRequest } from '@lianban/engine';
import type { Entitlement } from '@lianban/entitlements';
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

/** Without an answer nothing can be granted, and an officer cannot say it either: the register is asked for as long as a case may last. */
const CLAIM_MS = 90 * 24 * 60 * 60 * 1000;
const nothing: Typed = { type: 'Wake' };
const dateOf = (at: Date | string): Date => new Date(at);

export const claimRequests: Readonly<Record<string, DurableRequest>> = {
  'benefit-claim': durableRequest({
    peer: 'residents',
    definition: residents.v1.ClaimsServiceService,
    method: 'claim',
    deadlineMs: CLAIM_MS,
    request: ({ at, ...claim }: Claim) => ({ ...claim, cause: '', askedAt: dateOf(at) }),
    onReply: (answer): CaseCommand =>
      isRefusal(answer)
        ? { type: 'LearnFailed', name: CLAIM, why: answer.refused }
        : { type: 'Learn', name: CLAIM, value: answer },
    onTimeout: (): CaseCommand => ({ type: 'LearnFailed', name: CLAIM, why: 'residents-did-not-answer' }),
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

/** What has stopped can be granted anew, from the month on that is not paid any more. */
export const releaseOf =
  (recurringOf: RecurringOf) =>
  ({ benefit, caseId, holder, payeeId, stop }: Entitlement, at: Date): readonly RequestToSend[] => {
    const recurring = recurringOf(benefit);
    if (!recurring || recurring.ownClaim || !stop) return [];
    const ofHousehold = holder.kind === 'household';
    const residentId = ofHousehold ? payeeId : holder.id;
    return [{ name: 'benefit-release', input: { benefit, caseId, residentId, ofHousehold, at, freeFrom: stop.from } }];
  };
