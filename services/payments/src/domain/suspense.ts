import type { Decider } from '@lianban/model';

/** Money that came under a number nobody knows: held apart until somebody has found out whose it is. */
export interface Suspense {
  readonly number: string;
  readonly amount: number;
  readonly isHeld: boolean;
}
export interface HoldMoney {
  readonly type: 'HoldMoney';
  /** Under which number it was paid. */
  readonly number: string;
  readonly amount: number;
}
export interface SuspenseHeld {
  readonly type: 'SuspenseHeld';
  readonly number: string;
  readonly amount: number;
  readonly at: Date;
}

/** By the channel's number of the transaction. */
export const suspense: Decider<Suspense, HoldMoney, SuspenseHeld> = {
  initial: () => ({ number: '', amount: 0, isHeld: false }),
  decide: ({ number, amount }, { isHeld }, at) => (isHeld ? [] : [{ type: 'SuspenseHeld', number, amount, at }]),
  evolve: (_, { number, amount }) => ({ number, amount, isHeld: true }),
};
