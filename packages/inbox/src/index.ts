export { handledUpTo } from './handled-up-to';
export { createInbox } from './inbox';
export { ParkingLot } from './parking-lot';
export { readEnvelope, unreadable } from './parse-record';
export { type EventEnvelope, type EventHandler, type Subscription, eventHandler, indexed } from './subscription';
