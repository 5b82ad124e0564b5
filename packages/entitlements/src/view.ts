import type { entitlements } from '@lianban/protos';
import { type Entitlement, openSuspension } from './entitlement';
import type { Month } from './month';
import { holderKindMessage, periodMessage } from './wire';

/** What one is in a month, as a code. */
function statusIn(entitlement: Entitlement, month: Month): 'coming' | 'drawn' | 'suspended' | 'stopped' {
  const { stop, from } = entitlement;
  if (stop && stop.from <= month) return 'stopped';
  if (from > month) return 'coming';
  const suspended = openSuspension(entitlement);
  return suspended && suspended.from <= month ? 'suspended' : 'drawn';
}

/** As it stands in a month. */
export function entitlementMessage(of: Entitlement, version: number, month: Month): entitlements.v1.Entitlement {
  const { id: entitlementId, department, benefit, caseId, holder, payeeId, stop, asked } = of;
  const holderKind = holderKindMessage(holder.kind);
  return {
    ref: { entitlementId, department, benefit, caseId, holderKind, holderId: holder.id, payeeId },
    version,
    district: of.district,
    period: periodMessage(of.period),
    from: of.from,
    until: of.until ?? '',
    status: statusIn(of, month),
    sums: of.sums.map(({ from, amountFen, cause = '' }) => ({ from, amountFen, cause })),
    suspensions: of.suspensions.map(({ from, to = '', cause, arrears = false }) => ({ from, to, cause, arrears })),
    stop: stop && { from: stop.from, cause: stop.cause },
    overpaid: of.overpaid.map(({ month: each, amountFen }) => ({ month: each, amountFen })),
    lookBy: of.lookBy ?? '',
    asked: asked && {
      ...{ act: asked.act, from: asked.from, cause: asked.cause, arrears: asked.arrears },
      ...{ officer: asked.officer, askedAt: asked.at },
    },
  };
}
