export type { EntitlementCommand } from './commands';
export { entitlement } from './decider';
export { ENTITLEMENTS, entitlementDocuments, recheckFor, resumeFor, stopFor } from './documents';
export { due, isPaid } from './due';
export {
  type Entitlement,
  type EntitlementState,
  type Holder,
  type Period,
  type Terms,
  isStarted,
} from './entitlement';
export type { EntitlementEvent } from './events';
export { evolve } from './evolve';
export { heardEntitlements } from './heard';
export { type Month, monthAfter, monthOf, monthsFrom } from './month';
export { announceEntitlement } from './wire';
