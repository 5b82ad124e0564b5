import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { withPrefixOf } from '@lianban/settings';
import { checkout } from '../folders';
import { Problem } from '../problem';
import { entryPoint } from './deployables';

/** The name of the process that hosts several services. */
export const HOST = 'host';

/** How Node runs it: the heap is for all of them, and most of what they hold is the code they share. */
const hostNodeOptions: readonly string[] = ['--max-semi-space-size=16', '--max-old-space-size=768'];

type Environment = Readonly<Record<string, string>>;

/**
 * What runs these services in one process.
 * @param common settings of all of them
 * @param ownOf settings of one
 */
export function hostProcess(names: readonly string[], common: Environment, ownOf: (name: string) => Environment) {
  const main = join(checkout, 'packages', 'runtime', 'dist', 'host.js');
  if (!existsSync(main)) throw new Problem('packages/runtime is not built: npm run build');
  return {
    name: HOST,
    command: process.execPath,
    args: [...hostNodeOptions, main, ...names.map((name) => entryPoint(name))],
    env: Object.assign({}, common, ...names.map((name) => withPrefixOf(name, ownOf(name)))) as Environment,
    cwd: checkout,
  };
}
