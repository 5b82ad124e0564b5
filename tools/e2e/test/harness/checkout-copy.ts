import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { workspaces } from '@lianban/infra';

const checkout = resolve(__dirname, '..', '..', '..', '..');

/** Build output, copied with its modification times, so that the copy is built incrementally. */
const isBuilt = /(^|\/)(dist|gen)$|\.tsbuildinfo$/;

/**
 * A copy of this checkout, uncommitted changes included, with the installed npm packages. It is outside of the checkout,
 * so that jest and eslint treat its files like any others.
 */
export class CheckoutCopy {
  readonly folder = mkdtempSync(join(realpathSync(tmpdir()), 'lianban-'));

  constructor() {
    const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: checkout,
    });
    const folders = [...workspaces(checkout).values()].map(({ folder }) => folder);
    const built = folders.flatMap((folder) =>
      readdirSync(join(checkout, folder))
        .filter((name) => isBuilt.test(name))
        .map((name) => `${folder}/${name}`),
    );
    for (const path of [...list.toString().split('\0').filter(Boolean), ...built, '.local/stamp']) {
      if (!existsSync(join(checkout, path))) continue;
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      cpSync(join(checkout, path), join(this.folder, path), { recursive: true, preserveTimestamps: true });
    }
    linkPackages(this.folder, folders);
  }

  /** Runs a command in the copy and returns its stdout. @throws with all its output when it fails */
  run(command: string, ...args: string[]): string {
    const path = `${join(this.folder, 'node_modules', '.bin')}:${process.env['PATH'] ?? ''}`;
    const env = { ...process.env, PATH: path };
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: this.folder, env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
    return stdout;
  }

  /** The text of every source file, by its path. */
  texts(): ReadonlyMap<string, string> {
    const exclude = (path: string) => /(^|\/)(node_modules|dist|gen|\.local)$/.test(path);
    const files = globSync('**/*.{ts,tsx,js,json,md,yaml,yml,proto,tpl,txt}', { cwd: this.folder, exclude });
    return new Map(files.map((file) => [file, readFileSync(join(this.folder, file), 'utf8')]));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
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
