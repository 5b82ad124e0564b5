import { readFileSync } from 'node:fs';
import type { z } from 'zod';

type Env = Readonly<Record<string, string | undefined>>;

/** The settings given as files: values by name, and a sentence for each that is wrong. */
export interface FromFiles {
  readonly values: Readonly<Record<string, string>>;
  readonly wrong: readonly string[];
}

/**
 * Reads settings given as files, which keeps secrets out of the environment: NAME_FILE is the path, as Docker and Kubernetes
 * mount secrets. White space at the end is not part of the value.
 */
export function fromFiles(shape: z.ZodType, env: Env): FromFiles {
  const values: Record<string, string> = {};
  const wrong: string[] = [];
  for (const name of namesOf(shape)) {
    const path = env[`${name}_FILE`];
    if (!path) continue;
    if (env[name]) {
      wrong.push(`${name}_FILE: ${name} is set as well: leave one of the two out`);
      continue;
    }
    try {
      values[name] = readFileSync(path, 'utf8').trimEnd();
    } catch (error) {
      wrong.push(`${name}_FILE: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'error'})`);
    }
  }
  return { values, wrong };
}

/** The names of the settings of a shape, also when it refines or transforms them as a whole. */
function namesOf(shape: z.ZodType): readonly string[] {
  const { def } = shape as unknown as { def: { in?: z.ZodType; shape?: object } };
  return def.in ? namesOf(def.in) : Object.keys(def.shape ?? {});
}
