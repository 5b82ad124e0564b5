import { entitlements } from '@lianban/protos';
import type { Announcements, PublishedEvent } from '@lianban/model';
import type { Entitlement, EntitlementState, Holder, Period } from './entitlement';
import { isStarted } from './entitlement';
import type { EntitlementEvent } from './events';

const { v1 } = entitlements;

const PERIODS = { month: v1.Period.MONTH, quarter: v1.Period.QUARTER, year: v1.Period.YEAR } as const;
const HOLDERS = { person: v1.HolderKind.PERSON, household: v1.HolderKind.HOUSEHOLD } as const;

export const periodMessage = (period: Period): entitlements.v1.Period => PERIODS[period];
export const holderKindMessage = (kind: Holder['kind']): entitlements.v1.HolderKind => HOLDERS[kind];

const started = (state: EntitlementState): Entitlement => {
  if (!isStarted(state)) throw new Error(`Entitlement ${state.id} announced something before its start`);
  return state;
};

const ref = (state: EntitlementState): entitlements.v1.EntitlementRef => {
  const { id, department, benefit, caseId, holder, payeeId } = started(state);
  const holderKind = holderKindMessage(holder.kind);
  return { entitlementId: id, department, benefit, caseId, holderKind, holderId: holder.id, payeeId };
};

/** What the events of an entitlement tell the world: the whole of entitlements.v1. */
export const announceEntitlement = {
  EntitlementStarted: ({ terms, cause, at }, state): PublishedEvent => {
    const { amountFen, from, until = '', district } = terms;
    const period = periodMessage(terms.period);
    const value = { ref: ref(state), amountFen, period, from, until, cause, district, startedAt: at };
    return { type: v1.EntitlementStarted, value: value satisfies entitlements.v1.EntitlementStarted };
  },
  EntitlementChanged: ({ amountFen, from, cause, at }, state): PublishedEvent => {
    const value = { ref: ref(state), amountFen, from, cause, changedAt: at };
    return { type: v1.EntitlementChanged, value: value satisfies entitlements.v1.EntitlementChanged };
  },
  EntitlementSuspended: ({ from, cause, at }, state): PublishedEvent => {
    const value = { ref: ref(state), from, cause, suspendedAt: at };
    return { type: v1.EntitlementSuspended, value: value satisfies entitlements.v1.EntitlementSuspended };
  },
  EntitlementResumed: ({ from, arrears, cause, at }, state): PublishedEvent => {
    const value = { ref: ref(state), from, arrears, cause, resumedAt: at };
    return { type: v1.EntitlementResumed, value: value satisfies entitlements.v1.EntitlementResumed };
  },
  EntitlementStopped: ({ from, cause, at }, state): PublishedEvent => {
    const value = { ref: ref(state), from, cause, stoppedAt: at };
    return { type: v1.EntitlementStopped, value: value satisfies entitlements.v1.EntitlementStopped };
  },
  EntitlementOverpaid: ({ months, cause, at }, state): PublishedEvent => {
    const amountFen = months.reduce((sum, each) => sum + each.amountFen, 0);
    const value = { ref: ref(state), amountFen, months: [...months], cause, foundAt: at };
    return { type: v1.EntitlementOverpaid, value: value satisfies entitlements.v1.EntitlementOverpaid };
  },
  EntitlementRecheckDue: ({ by, cause, at }, state): PublishedEvent => {
    const value = { ref: ref(state), by, cause, noticedAt: at };
    return { type: v1.EntitlementRecheckDue, value: value satisfies entitlements.v1.EntitlementRecheckDue };
  },
  EntitlementConfirmed: 'private',
  EntitlementActAsked: 'private',
  EntitlementActAnswered: 'private',
} as const satisfies Announcements<EntitlementEvent, EntitlementState>;
