export { type AnyKind, type Asking, type IndexSpec, type Order, keyOf, kind } from './aggregate';
export type { Announcements, Published } from './announcements';
export { type Decider, type Refusal, type Typed, type Wake, isRefusal, refuse } from './decider';
