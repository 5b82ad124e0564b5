export * from '../gen/index';
export { messageTypeRegistry } from '../gen/typeRegistry';
export type { MessageType } from '../gen/typeRegistry';
export { forAddressee } from './for-addressee';
