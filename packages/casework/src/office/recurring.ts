import { type Holder, type Month, type Period, type Terms, monthOf } from '@lianban/entitlements';
import { monthAfter } from '@lianban/input';
import { dayOf } from '../calendar/shanghai-day';
import type { Facts, Ruling, StepRequest } from '../lifecycle/item';
import type { CaseFile } from '../lifecycle/state';

/** What a grant was made of, for the terms of its entitlement. */
export interface Granted {
  readonly request: StepRequest;
  /** Of the ruling. */
  readonly facts: Facts;
  /** YYYY-MM-DD */
  readonly decidedOn: string;
  /** The first month that is paid for. */
  readonly from: Month;
}

/** Of an item whose grant is paid again and again: what the rule's facts { amountCents, from } do not say. */
export interface Recurring {
  readonly holder: Holder['kind'];
  readonly period: Period;
  /** Where the facts name no month `from`: that of the application, or the one after the decision. */
  readonly paidFrom: 'month-of-application' | 'next-month';
  /** Whose it is, where that is not whom the case is about. */
  readonly personOf?: (request: StepRequest) => string;
  /** The department sees to it itself that nobody is granted it twice. */
  readonly ownClaim?: true;
  readonly terms?: (granted: Granted) => Partial<Pick<Terms, 'amountFen' | 'until' | 'steps' | 'recheck'>>;
}

/** Whose it is as far as the case says. */
export const personIn = ({ personOf }: Recurring, request: StepRequest): string =>
  personOf?.(request) ?? request.subjectId ?? request.residentId;

export interface Decided {
  readonly ruling: Ruling;
  readonly at: Date;
}

/** What an item's grant starts. */
export function grantedTerms(
  { ruling, at }: Decided,
  { request, known }: Pick<CaseFile, 'request' | 'known'>,
  of: Recurring,
  caseId: string,
): Terms {
  const { facts } = ruling;
  const { holderId, freeFrom } = claimIn(known);
  const first = typeof facts.from === 'string' ? facts.from.slice(0, 7) : firstMonth(of, request, at);
  // Nobody is paid twice for the month in which what they had before stops.
  const from = first > freeFrom ? first : freeFrom;
  return {
    department: request.department,
    benefit: request.item,
    caseId,
    holder: { kind: of.holder, id: holderId || personIn(of, request) },
    payeeId: request.residentId,
    district: request.district,
    period: of.period,
    from,
    ...(typeof facts.amountCents === 'number' && { amountFen: facts.amountCents }),
    ...of.terms?.({ request, facts, from, decidedOn: dayOf(at) }),
  };
}

const firstMonth = ({ paidFrom }: Recurring, { requestedAt }: StepRequest, at: Date): Month =>
  paidFrom === 'next-month' ? monthAfter(monthOf(at), 1) : monthOf(requestedAt);

/** What the register said of the claim. */
function claimIn({ claim }: Facts): { readonly holderId: string; readonly freeFrom: string } {
  const { holderId, freeFrom } = (claim ?? {}) as Readonly<Record<string, unknown>>;
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return { holderId: text(holderId), freeFrom: text(freeFrom) };
}
