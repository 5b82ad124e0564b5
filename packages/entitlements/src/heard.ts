import { type MessageType, entitlements } from '@lianban/protos';
import type { Terms } from './entitlement';
import type { EntitlementEvent } from './events';

const { v1 } = entitlements;

/** A message of entitlements.v1 → the event it tells, and of which entitlement. Whoever hears them folds the events with `evolve`. */
export interface HeardEntitlement {
  readonly id: string;
  readonly event: EntitlementEvent;
}

interface Reading {
  readonly type: MessageType;
  readonly read: (message: never) => HeardEntitlement;
}

type Ref = entitlements.v1.EntitlementRef;

/** @throws Error when the message names no entitlement, or no time: no retry can help */
const reading = <M extends { readonly ref: Ref | undefined }>(
  type: { readonly $type: string },
  toEvent: (message: M, ref: Ref) => EntitlementEvent,
): Reading => ({
  type: type as MessageType,
  read: (message: M) => {
    const { ref } = message;
    if (!ref || ref.entitlementId === '') throw new Error('the message names no entitlement');
    return { id: ref.entitlementId, event: toEvent(message, ref) };
  },
});

const moment = (at: Date | undefined): Date => {
  if (!at) throw new Error('the message does not say when it happened');
  return at;
};

const sum = ({ amountFen }: { readonly amountFen?: number | undefined }) =>
  amountFen !== undefined ? { amountFen } : {};

/** One for every message. */
export const heardEntitlements: readonly Reading[] = [
  reading<entitlements.v1.EntitlementStarted>(v1.EntitlementStarted, (message, ref) => ({
    type: 'EntitlementStarted',
    terms: termsOf(message, ref),
    cause: message.cause,
    at: moment(message.startedAt),
  })),
  reading<entitlements.v1.EntitlementChanged>(v1.EntitlementChanged, ({ from, cause, changedAt, ...message }) => ({
    type: 'EntitlementChanged',
    from,
    ...sum(message),
    cause,
    at: moment(changedAt),
  })),
  reading<entitlements.v1.EntitlementSuspended>(v1.EntitlementSuspended, ({ from, cause, suspendedAt }) => ({
    type: 'EntitlementSuspended',
    from,
    cause,
    at: moment(suspendedAt),
  })),
  reading<entitlements.v1.EntitlementResumed>(v1.EntitlementResumed, ({ from, arrears, cause, resumedAt }) => ({
    type: 'EntitlementResumed',
    from,
    arrears,
    cause,
    at: moment(resumedAt),
  })),
  reading<entitlements.v1.EntitlementStopped>(v1.EntitlementStopped, ({ from, cause, stoppedAt }) => ({
    type: 'EntitlementStopped',
    from,
    cause,
    at: moment(stoppedAt),
  })),
  reading<entitlements.v1.EntitlementOverpaid>(v1.EntitlementOverpaid, ({ months, cause, foundAt }) => ({
    type: 'EntitlementOverpaid',
    months: months.map(({ month, amountFen }) => ({ month, amountFen })),
    cause,
    at: moment(foundAt),
  })),
  reading<entitlements.v1.EntitlementRecheckDue>(v1.EntitlementRecheckDue, ({ by, cause, noticedAt }) => ({
    type: 'EntitlementRecheckDue',
    by,
    cause,
    at: moment(noticedAt),
  })),
];

function termsOf({ period, from, until, district, ...message }: entitlements.v1.EntitlementStarted, ref: Ref): Terms {
  const { department, benefit, caseId, holderKind, holderId: id, payeeId } = ref;
  return {
    department,
    benefit,
    caseId,
    holder: { kind: holderKind === v1.HolderKind.HOUSEHOLD ? 'household' : 'person', id },
    payeeId,
    district,
    period: period === v1.Period.YEAR ? 'year' : period === v1.Period.QUARTER ? 'quarter' : 'month',
    from,
    ...(until !== '' && { until }),
    ...sum(message),
  };
}
