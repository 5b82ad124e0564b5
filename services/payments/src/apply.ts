import { isRefusal } from '@lianban/model';
import type { App, Snapshot } from '@lianban/runtime';
import { CHARGES, SUSPENSE } from './aggregate-types';
import type { RefundStatus } from './channel/port';
import { type Charge, type Money, attemptOf } from './domain/charge';
import { chargeOf } from './domain/charge-number';

/** The charge of an attempt's or refund's number, as a channel names it. */
async function chargeBy(app: App, number: string): Promise<Snapshot<Charge> | undefined> {
  const charge = chargeOf(number);
  if (charge === undefined) return undefined;
  const [found] = await app.find(CHARGES, { filter: { 'state.number': charge }, limit: 1 });
  return found;
}

/** What a channel vouches for → the charge; of a number nobody knows → suspense. Resolves when it is committed. */
export async function applyMoney(app: App, money: Money): Promise<void> {
  const charge = await chargeBy(app, money.attempt);
  if (charge && attemptOf(charge.state, money.attempt)) {
    const done = await app.dispatch(CHARGES, charge.id, { type: 'Capture', money });
    if (isRefusal(done)) throw new Error(`${charge.id}: ${done.detail}`);
    for (const { type } of done.events)
      if (type === 'MoneySuspended')
        app.log.error({ charge: charge.id, attempt: money.attempt }, 'money that does not fit');
    return;
  }
  app.log.error({ attempt: money.attempt }, 'money under a number nobody knows: held in suspense');
  const amount = money.isOurs && money.currency === 'CNY' ? money.amount : 0;
  await app.dispatch(SUSPENSE, money.transaction, { type: 'HoldMoney', number: money.attempt, amount });
}

export async function applyRefund(app: App, refund: string, outcome: RefundStatus): Promise<void> {
  if (outcome === 'processing') return;
  const charge = await chargeBy(app, refund);
  if (charge === undefined) return app.log.error({ refund }, 'a refund nobody asked for');
  if (outcome !== 'succeeded') app.log.error({ charge: charge.id, refund, outcome }, 'a refund was not made');
  await app.dispatch(CHARGES, charge.id, { type: 'NoteRefund', refund, outcome });
}
