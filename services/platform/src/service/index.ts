export { runService } from './run';
export { startService, type Running } from './start';
export type { App, Composition, Found, OrderOptions, Query, ServiceSpec } from './spec';
