export { Backoff, pause, within } from './backoff';
