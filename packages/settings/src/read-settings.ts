import type { z } from 'zod';
import { fromFiles } from './settings-from-files';

/** Settings are wrong: the message names each of them, and the process does not start. */
export class ConfigError extends Error {}

/**
 * Validates `env` against `shape`. An empty value counts as not set. Every setting may be given as a file by NAME_FILE.
 * @throws ConfigError naming each wrong setting, never its value (it may be a secret).
 */
export function readSettings<T>(shape: z.ZodType<T>, env: Readonly<Record<string, string | undefined>>): T {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const files = fromFiles(shape, set);
  const parsed = shape.safeParse({ ...set, ...files.values });
  if (parsed.success && files.wrong.length === 0) return parsed.data;
  const issues = parsed.error?.issues ?? [];
  const wrong = [
    ...files.wrong,
    ...issues.map((issue) => `${issue.path.join('.') || 'environment'}: ${issue.message}`),
  ];
  throw new ConfigError(`Wrong settings in the environment:\n  ${wrong.join('\n  ')}`);
}
