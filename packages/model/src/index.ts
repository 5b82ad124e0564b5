export {
  type AddressedCommand,
  type AggregateType,
  type AnyAggregate,
  type DocumentRef,
  type IndexSpec,
  type RequestToSend,
  aggregate,
  aggregateType,
  commandTo,
} from './aggregate';
export type { Announcements, PublishedEvent } from './announcements';
export {
  type Decider,
  type Decision,
  type FoldingDecider,
  type Refusal,
  type Timeout,
  type Typed,
  isRefusal,
  refuse,
} from './decider';
