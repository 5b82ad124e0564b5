import type { Log } from '@lianban/telemetry';
import type { Config } from './config';

/** Warns at every start of connections without TLS, and of settings with an old name. */
export function warnOfSettings(
  { plain, renamed }: Pick<Config, 'plain'> & { renamed: readonly string[] },
  log: Log,
): void {
  for (const setting of plain) log.warn({ setting }, 'this setting allows connections without TLS');
  for (const sentence of renamed) log.warn(sentence);
}
