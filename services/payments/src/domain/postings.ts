import type { Leg } from '@lianban/journal';
import type { ChargeEvent } from './charge';

/** What is booked for one event: with the event, in one transaction. */
export interface Posting {
  readonly id: string;
  readonly legs: readonly Leg[];
}

const posting = (id: string, debit: string, credit: string, fen: number): Posting => ({
  id,
  legs: [
    { account: debit, fen },
    { account: credit, fen: -fen },
  ],
});

/** The book-keeping of a charge (functions.md §3.4). @param number of the charge; `amount` what it is for */
export function postingsOf(
  event: ChargeEvent,
  { number, amount }: { number: string; amount: number },
): readonly Posting[] {
  switch (event.type) {
    case 'ChargeRaised':
      return amount === 0 ? [] : [posting(`${number}:raised`, 'receivable', 'due', amount)];
    case 'ChargePaid':
      return [posting(`${event.money.transaction}:captured`, 'clearing', 'receivable', amount)];
    case 'ChargeCancelled':
    case 'ChargeExpired':
      return [posting(`${number}:given-up`, 'due', 'receivable', amount)];
    case 'PaidInVain':
      return [posting(`${event.money.transaction}:captured`, 'clearing', 'refund-payable', event.money.amount)];
    case 'MoneySuspended':
      // Of other money, and of other people's, no fen of ours arrived.
      return event.money.currency === 'CNY' && event.money.isOurs && event.money.amount > 0
        ? [posting(`${event.money.transaction}:captured`, 'clearing', 'suspense', event.money.amount)]
        : [];
    case 'RefundApproved':
      return event.refund.reason === 'undone'
        ? [posting(`${event.refund.number}:approved`, 'due', 'refund-payable', event.refund.amount)]
        : [];
    case 'RefundSettled':
      return [posting(`${event.refund.number}:settled`, 'refund-payable', 'clearing', event.refund.amount)];
    default:
      return [];
  }
}
