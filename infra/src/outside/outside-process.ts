import { dirname, join } from 'node:path';
import { outsideDepartments } from '@lianban/manifest';
import { checkout } from '../folders';
import type { ProcessSpec } from '../process/launch';
import { stampOf } from '../services/stamp';

/** The name of the process that plays the outside departments. */
export const OUTSIDE = 'outside';

const program = join(checkout, 'infra', 'dist', 'outside', 'main.js');

/** Changes with every build, and with every file of an outside department. */
export const outsideStamp = (): string => stampOf([dirname(program), join(checkout, 'services', 'outside')]);

/** What plays the outside departments; undefined where there is none. */
export function outsideProcess(
  env: Readonly<Record<string, string>>,
  logFile: string,
): (ProcessSpec & { readonly env: Readonly<Record<string, string>> }) | undefined {
  if (outsideDepartments().length === 0) return undefined;
  const args = ['--max-old-space-size=128', program];
  return { name: OUTSIDE, command: process.execPath, args, env, cwd: checkout, logFile };
}
