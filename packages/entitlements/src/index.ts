export type { EntitlementCommand } from './commands';
export { entitlement } from './decider';
export { type Payable, due, isPaid } from './due';
export {
  type Entitlement,
  type EntitlementState,
  type Holder,
  type OverpaidMonth,
  type Period,
  type Recheck,
  type Step,
  type Terms,
  isStarted,
  openSuspension,
} from './entitlement';
export type { EntitlementEvent } from './events';
export { evolve } from './evolve';
export { type HeardEntitlement, heardEntitlements } from './heard';
export { type Month, monthAfter, monthOf, monthsFrom } from './month';
export { announceEntitlement } from './wire';
