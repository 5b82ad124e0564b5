import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../folders';
import { Problem } from '../problem';

/**
 * Loads one part of the demonstration data, when there is a program for it, which must be idempotent.
 * @throws Problem when it fails.
 */
export async function seed(part: 'residents' | 'courses', env: Record<string, string>): Promise<void> {
  const program = join(checkout, 'tools', 'e2e', 'dist', 'seed.js');
  if (!existsSync(program)) return;
  const child = spawn(process.execPath, ['--enable-source-maps', '--disable-warning=DEP0123', program, part], {
    cwd: checkout,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Problem('the demonstration data could not be put in place (see above)');
}
