import { execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { writeGenerated } from '../manifests/generated-files';
import { withWorkspace } from './lock-file';

const lockFile = 'package-lock.json';

/** Files that were written, from the checkout's root: new ones, and generated ones that list all services. */
export interface Written {
  readonly made: readonly string[];
  readonly changed: readonly string[];
}

/**
 * Writes the files of a new service, adds it to the workspaces as npm would, and generates anew what lists all services.
 * @param folder of the service  @param files by path, all of them from the checkout's root
 */
export function writeService(checkout: string, folder: string, files: ReadonlyMap<string, string>): Written {
  const packageJson = files.get(join(folder, 'package.json'));
  if (packageJson === undefined) throw new Error(`${folder} would have no package.json`);
  const lock = withWorkspace(readFileSync(join(checkout, lockFile), 'utf8'), folder, packageJson);
  for (const [file, content] of [...files, [lockFile, lock] as const]) {
    mkdirSync(dirname(join(checkout, file)), { recursive: true });
    writeFileSync(join(checkout, file), content);
  }
  linkWorkspace(checkout, folder);
  // Lines are as long as the name makes them.
  const program = join(checkout, 'node_modules', '.bin', 'prettier');
  execFileSync(program, ['--write', '--log-level', 'warn', '--ignore-unknown', ...files.keys()], { cwd: checkout });
  return { made: [...files.keys()], changed: [lockFile, ...writeGenerated(checkout)] };
}

/** What npm does with a workspace when it installs. */
function linkWorkspace(checkout: string, folder: string): void {
  const scope = join('node_modules', '@lianban');
  const link = join(checkout, scope, basename(folder));
  mkdirSync(dirname(link), { recursive: true });
  if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(relative(scope, folder), link);
}
