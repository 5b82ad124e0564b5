import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { checkout } from '../folders';
import { Problem } from '../problem';
import { declaredFiles } from './declared-files';

const run = promisify(execFile);

/**
 * Lets every service that has a check look at the files it would start with.
 * @throws Problem with what the checks say, before anything is started or stopped.
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
    throw new Problem([...problems, 'Nothing was changed: what runs goes on as it was.'].join('\n'));
}
