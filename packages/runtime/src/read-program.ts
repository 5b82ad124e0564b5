import { ConfigError } from '@lianban/settings';
import { type Config, readConfig } from './config';
import type { Environment, Program, ProgramContext, Started } from './program';

export interface ReadProgram {
  readonly name: string;
  readonly isEdge: boolean;
  readonly config: Config & { readonly renamed: readonly string[] };
  readonly start: (context: ProgramContext) => Promise<Started>;
}

/** Reads the platform's settings and the program's own. @throws ConfigError naming what is wrong in either */
export function readProgram({ name, isEdge, configure }: Program, env: Environment): ReadProgram {
  const config = attempt(() => readConfig(env));
  const start = attempt(() => configure(env));
  if ('value' in config && 'value' in start) return { name, isEdge, config: config.value, start: start.value };
  const wrong = [config, start].flatMap((read) => ('wrong' in read ? [read.wrong] : []));
  throw new ConfigError(wrong.join('\n'));
}

function attempt<T>(read: () => T): { value: T } | { wrong: string } {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof ConfigError) return { wrong: error.message };
    throw error;
  }
}
