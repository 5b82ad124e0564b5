export * from '../gen/index';
export { messageTypeRegistry } from '../gen/typeRegistry';
export type { MessageType } from '../gen/typeRegistry';
export { type Open, type SealFor, encodeFor, forAddressee, openFor } from './for-addressee';
