import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folders } from '../folders';
import { Problem } from '../problem';
import { identify, isRunning, type ProcessIdentity } from '../process/identity';
import { readJson } from '../supervisor/plan';

const file = join(folders.run, 'command.lock');

/**
 * Runs `work` while no other scripts/start or scripts/stop of this checkout runs.
 * @throws Problem naming the other one's pid. A lock whose owner has died is taken over.
 */
export async function alone(work: () => Promise<void>): Promise<void> {
  mkdirSync(folders.run, { recursive: true });
  const owner = readJson<ProcessIdentity>(file);
  if (owner && isRunning(owner))
    throw new Problem(
      `another scripts/start or scripts/stop is running in this checkout, pid ${owner.pid}: wait for it`,
    );
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify(identify(process.pid)), { flag: 'wx' });
  try {
    await work();
  } finally {
    rmSync(file, { force: true });
  }
}
