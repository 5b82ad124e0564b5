import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SealFor } from '@lianban/protos';
import { readRingKeys, sealerOf } from '@lianban/vault';

/**
 * How requests are sealed: a file of the folder has the name of a department, and the keys it shares with applications alone.
 * @returns the sentence that says what is wrong, never with a secret in it
 */
export function sealForOf(folder: string): { readonly sealFor: SealFor } | { readonly wrong: string } {
  const seals = new Map<string, ReturnType<typeof sealerOf>>();
  for (const name of namesIn(folder)) {
    const keys = readRingKeys(readFileSync(join(folder, name), 'utf8'));
    if ('wrong' in keys) return { wrong: `of ${name}: ${keys.wrong}` };
    seals.set(name, sealerOf(keys));
  }
  return seals.size > 0
    ? { sealFor: (department) => seals.get(department) }
    : { wrong: 'is no folder with keys in it' };
}

/** What begins with "." is not a department's: so Kubernetes keeps what a Secret was. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith('.'));
  } catch {
    return [];
  }
}
