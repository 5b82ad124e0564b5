import type { Money } from '../domain/charge';

/** What is to be paid, as a channel is told. */
export interface Order {
  readonly number: string;
  readonly amount: number;
  readonly description: string;
  /** How long it can be paid. */
  readonly openMs: number;
  readonly payerAddress: string;
  /** The page of the site the payer comes back to. */
  readonly backTo: string;
}

export type Created = { readonly payUrl: string } | { readonly is: 'paid' | 'closed' };
export type TradeStatus =
  { readonly is: 'paid'; readonly money: Money } | { readonly is: 'unpaid' | 'closed' | 'not-there' };
export type RefundStatus = 'succeeded' | 'processing' | 'abnormal' | 'closed';

export interface RefundOrder {
  readonly number: string;
  readonly attempt: string;
  readonly amount: number;
  /** Of the attempt. */
  readonly total: number;
}

/** What a notification says, once it is believed. */
export type Notice =
  | { readonly type: 'paid'; readonly money: Money }
  | { readonly type: 'refund'; readonly refund: string; readonly status: RefundStatus }
  | { readonly type: 'other' };

/** Why it is not believed. */
export type Disbelief =
  'no-signature' | 'out-of-time' | 'unknown-serial' | 'wrong-signature' | 'not-encrypted-for-us' | 'not-a-notification';

/** A way to pay. Every call may be repeated: the channel knows it by its number. @throws ChannelUnavailable */
export interface Channel {
  readonly name: string;
  create(order: Order): Promise<Created>;
  query(number: string): Promise<TradeStatus>;
  /** Nobody can pay it any more; `paid` when somebody did before. */
  close(number: string): Promise<'closed' | 'paid'>;
  /** Asks for it, or how far it is. */
  refund(order: RefundOrder): Promise<RefundStatus>;
  /** @param header by its name in small letters */
  read(header: (name: string) => string | undefined, body: Buffer): Notice | { readonly disbelieved: Disbelief };
}

/** It is not known whether the channel did what it was asked. */
export class ChannelUnavailable extends Error {}
