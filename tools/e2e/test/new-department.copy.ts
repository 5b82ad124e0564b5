import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { workspaces } from '@lianban/infra';

const checkout = resolve(__dirname, '..', '..', '..');

/** Build output, copied with its modification times, so that the copy is built incrementally. */
const isBuilt = /(^|\/)(dist|gen)$|\.tsbuildinfo$/;

/**
 * A copy of this checkout, uncommitted changes included, with the installed npm packages. It is outside of the checkout,
 * so that jest and eslint treat its files like any others.
 */
export function copyCheckout(): string {
  const copy = mkdtempSync(join(realpathSync(tmpdir()), 'lianban-'));
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: checkout });
  const folders = [...workspaces(checkout).values()].map(({ folder }) => folder);
  const built = folders.flatMap((folder) =>
    readdirSync(join(checkout, folder))
      .filter((name) => isBuilt.test(name))
      .map((name) => `${folder}/${name}`),
  );
  for (const path of [...list.toString().split('\0').filter(Boolean), ...built, '.local/stamp']) {
    if (!existsSync(join(checkout, path))) continue;
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(checkout, path), join(copy, path), { recursive: true, preserveTimestamps: true });
  }
  linkPackages(copy, folders);
  return copy;
}

/** Links the installed npm packages, except our own workspaces, which are the copy's. */
function linkPackages(copy: string, folders: readonly string[]): void {
  const [from, to] = [join(checkout, 'node_modules'), join(copy, 'node_modules')];
  mkdirSync(join(to, '@lianban'), { recursive: true });
  for (const name of readdirSync(from)) if (name !== '@lianban') symlinkSync(join(from, name), join(to, name));
  for (const folder of folders) {
    symlinkSync(join(copy, folder), join(to, '@lianban', basename(folder)));
    // npm installs a second version of a package in the workspace that needs it.
    const own = join(checkout, folder, 'node_modules');
    if (existsSync(own)) symlinkSync(own, join(copy, folder, 'node_modules'));
  }
}
