import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { checkout } from '../folders';
import { Problem } from '../problem';
import { declaredFiles } from './declared-files';

const run = promisify(execFile);

/**
 * Runs the check of every service that declares one on the files it would start with.
 * @throws Problem with the messages of the checks, before anything is started or stopped.
 */
export async function checkFiles(names: readonly string[], root = checkout): Promise<void> {
  const said = await Promise.all(
    names.map(async (name) => {
      const { check } = declaredFiles(name, root);
      if (!check) return [];
      try {
        await run(process.execPath, [check], { cwd: root });
        return [];
      } catch (error) {
        const { stderr = '', message } = error as Error & { readonly stderr?: string };
        return [`${name} would not start:\n${stderr.trim() || message}`];
      }
    }),
  );
  const problems = said.flat();
  if (problems.length > 0)
    throw new Problem([...problems, 'Nothing was changed: running services keep the previous files.'].join('\n'));
}
