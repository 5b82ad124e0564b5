export { type BatchContext, decideBatch } from './decide-batch';
export { type AnyKind, type Asking, type IndexSpec, type Kind, type Order, keyOf, kind } from './kind';
export { Line, type RunBatch } from './line';
export { type BatchPorts, batchRunner } from './run-batch';
export { sourceOf } from './records';
export type { Done, Outcome, Work } from './work';
