export { Backoff, pause } from './backoff';
