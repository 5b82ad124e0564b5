import type { Log } from '@lianban/telemetry';
import type { Config } from './config';

/** Warns at every start of what goes over the network in the clear, and of settings by their old names. */
export function warnOfSettings(
  { plain, renamed }: Pick<Config, 'plain'> & { renamed: readonly string[] },
  log: Log,
): void {
  for (const setting of plain) log.warn({ setting }, 'this setting lets it go over the network in the clear');
  for (const sentence of renamed) log.warn(sentence);
}
