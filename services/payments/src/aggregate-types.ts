import { aggregateType } from '@lianban/model';
import type { Charge, ChargeCommand, ChargeEvent } from './domain/charge';
import type { IssueReceipt, NumberTaken, ReceiptIssued, ReceiptState, Series, TakeNumber } from './domain/receipt';
import type { Suspense, SuspenseHeld, HoldMoney } from './domain/suspense';

export const CHARGES = aggregateType<Charge, ChargeCommand, ChargeEvent>('charges');
export const RECEIPTS = aggregateType<ReceiptState, IssueReceipt, ReceiptIssued>('receipts');
export const RECEIPT_SERIES = aggregateType<Series, TakeNumber, NumberTaken>('receiptSeries');
export const SUSPENSE = aggregateType<Suspense, HoldMoney, SuspenseHeld>('suspense');
