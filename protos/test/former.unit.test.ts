import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { protosFolder } from './buf';

const checkout = join(protosFolder, '..');
let folder: string;

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@localhost', ...args], {
    cwd: folder,
    stdio: 'pipe',
  });
/** Contracts with these messages, committed. */
function commit(...messages: string[]): void {
  const text = messages.map((name) => `message ${name} {\n  string id = 1;\n}\n`);
  writeFileSync(
    join(folder, 'protos/parks/v1/events.proto'),
    `syntax = "proto3";\n\npackage parks.v1;\n\n${text.join('\n')}`,
  );
  git('add', '.');
  git('commit', '--quiet', '--allow-empty', '--no-gpg-sign', '--message', messages.join(' '));
}
/** What scripts/contracts says of the commit. */
function contracts() {
  const PATH = `${join(process.execPath, '..')}:${process.env['PATH'] ?? ''}`;
  const env = { ...process.env, PATH, CONTRACTS_AGAINST: '' };
  const { status, stdout, stderr } = spawnSync('scripts/contracts', { cwd: folder, env, encoding: 'utf8' });
  return { status, said: stdout + stderr };
}
const gone = (name: string) => ({
  status: 1,
  said: expect.stringContaining(`Previously present message "${name}" was deleted`) as string,
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'former-'));
  mkdirSync(join(folder, 'protos/parks/v1'), { recursive: true });
  mkdirSync(join(folder, 'scripts'));
  cpSync(join(protosFolder, 'buf.yaml'), join(folder, 'protos/buf.yaml'));
  cpSync(join(checkout, 'scripts/contracts'), join(folder, 'scripts/contracts'));
  symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, '.gitignore'), 'node_modules\n');
  git('init', '--quiet', '--initial-branch', 'main');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('work is compared with where it left main, over all of its commits and none of main’s since', () => {
  commit('Opened', 'Closed');
  git('switch', '--quiet', '--create', 'work');
  commit('Opened', 'Closed', 'Moved');
  git('switch', '--quiet', 'main');
  commit('Opened', 'Closed', 'Fenced');
  git('switch', '--quiet', 'work');
  expect(contracts()).toMatchObject({ status: 0 });
  commit('Opened', 'Moved');
  commit('Opened', 'Moved', 'Mown');
  expect(contracts()).toEqual(gone('Closed'));
});

test('on main a commit is compared with the one before, and with the release before it', () => {
  commit('Opened', 'Closed', 'Moved');
  expect(contracts()).toMatchObject({
    status: 0,
    said: expect.stringContaining('there are no previous ones') as string,
  });
  git('tag', 'v1.0.0');
  commit('Opened', 'Closed');
  expect(contracts()).toEqual(gone('Moved'));
  commit('Opened', 'Closed', 'Mown');
  git('tag', 'v1.1.0');
  expect(contracts()).toEqual(gone('Moved'));
});
