import { type EventHandler, eventHandler } from '@lianban/inbox';
import { shanghaiDay } from '@lianban/input';
import { commandTo } from '@lianban/model';
import { steps } from '@lianban/protos';
import { CHARGES } from './aggregate-types';
import { type FeeRow, feeOn } from './domain/fees';
import { chargeNumber } from './domain/charge-number';

const { v1 } = steps;

/** The items of the catalogue with their rows of the fee table, by code and version. */
export type FeeItems = (code: string, version: number) => FeeItem | undefined;
export interface FeeItem {
  readonly fees: readonly FeeRow[];
  /** Calendar days from the request on. */
  readonly payWithinDays: number;
}

const dayMs = 86_400_000;

/** What applications ask: the amount comes from the fee table and the answers, never from whoever asks. */
export const stepHandlers = (itemOf: FeeItems): readonly EventHandler[] => [
  eventHandler(v1.StepRequested, ({ ref, residentId, answers, requestedAt, itemVersion, package: code }) => {
    if (!ref || !requestedAt) throw new Error('the reference to its step, or its time, is missing');
    const item = itemOf(ref.item, itemVersion);
    if (!item) throw new Error(`the catalogue has no fee ${ref.item}@${itemVersion}`);
    const fee = feeOn(item.fees, answers ?? {}, shanghaiDay(requestedAt));
    if (!fee) throw new Error(`the fee table has no row of ${ref.item}@${itemVersion} for this day and these answers`);
    const { applicationNumber, step } = ref;
    return commandTo(CHARGES, idOf(ref), {
      type: 'RaiseCharge',
      ref: { applicationNumber, step, item: ref.item, package: code },
      number: chargeNumber(applicationNumber, step),
      residentId,
      amount: fee.amountCents,
      law: fee.law,
      payUntil: new Date(requestedAt.getTime() + item.payWithinDays * dayMs),
    });
  }),
  eventHandler(v1.StepCancellationRequested, ({ ref }) => commandTo(CHARGES, idOf(ref), { type: 'CancelCharge' })),
  eventHandler(v1.StepUndoRequested, ({ ref }) => commandTo(CHARGES, idOf(ref), { type: 'UndoCharge' })),
];

function idOf(ref: steps.v1.StepRef | undefined): string {
  if (!ref) throw new Error('the reference to its step is missing');
  return `${ref.applicationNumber}/${ref.step}`;
}
