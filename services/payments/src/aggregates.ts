import { shanghaiDay } from '@lianban/input';
import { book, journalAggregates } from '@lianban/journal';
import { type AddressedCommand, type AnyAggregate, aggregate, commandTo } from '@lianban/model';
import { CHARGES, RECEIPTS, RECEIPT_SERIES, SUSPENSE } from './aggregate-types';
import { announceCharge } from './announcements';
import type { Charge, ChargeEvent } from './domain/charge';
import { charge } from './domain/charge-decider';
import { postingsOf } from './domain/postings';
import { codeOf, receipt, series } from './domain/receipt';
import { suspense } from './domain/suspense';

const charges = aggregate(CHARGES, {
  keyOf: (id) => id.split('/', 1)[0]!,
  decider: charge,
  announce: announceCharge,
  createdBy: ['RaiseCharge'],
  policy: (event, state, id) => [...booked(event, state), ...receiptFor(event, state, id)],
  indexes: [
    { fields: { 'state.number': 1 }, unique: true, partial: { 'state.number': { $gt: '' } } },
    { fields: { 'state.residentId': 1, 'state.raisedAt': -1 } },
    { fields: { 'state.nextCallAt': 1 }, partial: { 'state.nextCallAt': { $type: 'date' } } },
  ],
  needsOperator: { 'state.needsOperator': true },
});

const booked = (event: ChargeEvent, state: Charge): readonly AddressedCommand[] =>
  postingsOf(event, state).map(({ id, legs }) => book({ id, legs, at: event.at, ref: state.number }));

/** For what was paid, and a negative one for what was given back of it. */
function receiptFor(event: ChargeEvent, state: Charge, id: string): readonly AddressedCommand[] {
  const { number: chargeNumber, residentId, receipts, ref } = state;
  const order = { charge: id, chargeNumber, residentId, item: ref.item };
  const taken = (amount: number, reverses: string | null): readonly AddressedCommand[] => {
    const code = codeOf(shanghaiDay(event.at));
    return [commandTo(RECEIPT_SERIES, code, { type: 'TakeNumber', code, order: { ...order, amount, reverses } })];
  };
  if (event.type === 'ChargePaid') return taken(state.amount, null);
  if (event.type === 'RefundSettled' && event.refund.reason === 'undone')
    return taken(-event.refund.amount, receipts[0] ?? null);
  return [];
}

const receiptSeries = aggregate(RECEIPT_SERIES, {
  decider: series,
  announce: { NumberTaken: 'private' },
  policy: ({ receipt: issued }) => {
    const id = `${issued.code}-${issued.number}`;
    return [
      commandTo(RECEIPTS, id, { type: 'IssueReceipt', receipt: issued }),
      commandTo(CHARGES, issued.charge, { type: 'NoteReceipt', receipt: id }),
    ];
  },
});

const receipts = aggregate(RECEIPTS, {
  decider: receipt,
  createdBy: ['IssueReceipt'],
  announce: { ReceiptIssued: 'private' },
});

const held = aggregate(SUSPENSE, {
  decider: suspense,
  announce: { SuspenseHeld: 'private' },
  policy: ({ number, amount, at }, _state, transaction) => {
    const legs = [
      { account: 'clearing', fen: amount },
      { account: 'suspense', fen: -amount },
    ];
    return amount === 0 ? [] : [book({ id: `${transaction}:captured`, at, ref: number, legs })];
  },
  needsOperator: { 'state.isHeld': true },
});

export const paymentsAggregates: readonly AnyAggregate[] = [
  charges,
  receiptSeries,
  receipts,
  held,
  ...journalAggregates,
];
