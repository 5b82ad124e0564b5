import { type Log, createLog } from '@lianban/telemetry';

/** A log that nobody reads. */
export const quiet: Log = createLog('test', 'silent');
