export { handledUpTo } from './handled-up-to';
export { createInbox } from './inbox';
export { ParkingLot } from './parking-lot';
export { type EventEnvelope, type EventHandler, type Subscription, eventHandler } from './subscription';
