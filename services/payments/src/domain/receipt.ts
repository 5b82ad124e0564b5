import type { Decider } from '@lianban/model';

/** A receipt 票据 as it was issued: never edited, never deleted. A reversal 冲红 is another receipt over the negative sum. */
export interface Receipt {
  /** 8 digits: area, class, kind, year. With the number, one receipt of the country. */
  readonly code: string;
  /** 10 digits, counted within the code. */
  readonly number: string;
  readonly charge: string;
  readonly chargeNumber: string;
  readonly item: string;
  readonly residentId: string;
  /** Fen; negative on a reversal. */
  readonly amount: number;
  readonly issuedAt: Date;
  /** The receipt it reverses. */
  readonly reverses: string | null;
}

/** What a receipt is issued for: an event of the charge, which happens once. */
export interface ReceiptOrder {
  readonly charge: string;
  readonly chargeNumber: string;
  readonly item: string;
  readonly residentId: string;
  readonly amount: number;
  readonly reverses: string | null;
}

export interface Series {
  readonly last: number;
}
export interface TakeNumber {
  readonly type: 'TakeNumber';
  readonly code: string;
  readonly order: ReceiptOrder;
}
export interface NumberTaken {
  readonly type: 'NumberTaken';
  readonly receipt: Receipt;
}

/** The numbers of one code, without a gap: the number is taken in the transaction of what it is for. */
export const series: Decider<Series, TakeNumber, NumberTaken> = {
  initial: () => ({ last: 0 }),
  decide: ({ code, order }, { last }, issuedAt) => [
    { type: 'NumberTaken', receipt: { ...order, code, number: String(last + 1).padStart(10, '0'), issuedAt } },
  ],
  evolve: ({ last }) => ({ last: last + 1 }),
};

export type ReceiptState = Receipt | { readonly code: '' };
export interface IssueReceipt {
  readonly type: 'IssueReceipt';
  readonly receipt: Receipt;
}
export interface ReceiptIssued {
  readonly type: 'ReceiptIssued';
  readonly receipt: Receipt;
}

export const receipt: Decider<ReceiptState, IssueReceipt, ReceiptIssued> = {
  initial: () => ({ code: '' }),
  decide: (command, state) => (state.code === '' ? [{ type: 'ReceiptIssued', receipt: command.receipt }] : []),
  evolve: (_, event) => event.receipt,
};

/** Area 41 Henan; class, kind and the whole pattern are demo values: Zhengzhou's were not available. */
export const codeOf = (day: string): string => `419901${day.slice(2, 4)}`;
