import type { Log } from '@lianban/telemetry';
import type { Config } from './config';

/** Tells the operators, at each start, what was allowed to go in the clear. */
export function warnOfPlaintext({ plain }: Pick<Config, 'plain'>, log: Log): void {
  for (const setting of plain) log.warn({ setting }, 'this setting lets it go over the network in the clear');
}
