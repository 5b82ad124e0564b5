import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkout } from '../folders';
import { checkFiles } from './check-files';
import { declaredFiles } from './declared-files';
import { deployables, folderOf } from './deployables';
import { serviceStamp } from './stamp';

const dependencies = { '@lianban/engine': '*', express: '5.3.0' };
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stamp-'));
  write('package.json', JSON.stringify({ workspaces: ['packages/*', 'services/*'] }));
  write('packages/engine/package.json', JSON.stringify({ dependencies: { '@lianban/model': '*' } }));
  write('packages/model/package.json', '{}');
  write('packages/unused/package.json', '{}');
  for (const [name, declared] of [
    ['parks', { reads: ['swings', '../*/lawn.yaml'], check: 'dist/check.js' }],
    ['pools', undefined],
  ] as const) {
    write(`services/${name}/package.json`, JSON.stringify({ name, lianban: declared, dependencies }));
    write(`services/${name}/dist/main.js`);
  }
  write('services/parks/swings/small/blue.yaml');
  write('services/pools/lawn.yaml');
  for (const name of ['engine', 'model', 'unused']) write(`packages/${name}/dist/index.js`);
  write('node_modules/.package-lock.json');
});
afterEach(() => rmSync(root, { recursive: true }));

/** Writes a file with a modification time of its own. */
let moment = 1_000;
function write(path: string, text = ''): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  utimesSync(file, moment, (moment += 1));
}
const stamps = () => ['parks', 'pools'].map((name) => serviceStamp(name, root));

test.each([
  ['a file it declares', 'services/parks/swings/small/blue.yaml', ['parks']],
  ['a file more in a folder it declares', 'services/parks/swings/red.yaml', ['parks']],
  ['another folder’s file that it declares', 'services/pools/lawn.yaml', ['parks']],
  ['a file more of a pattern it declares', 'services/zoo/lawn.yaml', ['parks']],
  ['a page that was built', 'services/pools/dist/desk/index.html', ['pools']],
  ['its code', 'services/parks/dist/main.js', ['parks']],
  ['a package it uses', 'packages/engine/dist/index.js', ['parks', 'pools']],
  ['a package that one uses', 'packages/model/dist/index.js', ['parks', 'pools']],
  ['a package it does not use', 'packages/unused/dist/index.js', []],
  ['the packages', 'node_modules/.package-lock.json', ['parks', 'pools']],
  ['what it does not declare', 'services/parks/README.md', []],
  ['what only compilers read', 'services/parks/dist/main.d.ts', []],
])('%s changes the stamps of those that use it, and of no other', (_, path, changed) => {
  const before = stamps();
  write(path, 'new');
  const after = stamps();
  expect(['parks', 'pools'].filter((__, at) => before[at] !== after[at])).toEqual(changed);
});

test('a missing declared file is named', () => {
  rmSync(join(root, 'services/parks/swings'), { recursive: true });
  expect(stamps).toThrow('services/parks/package.json says it reads "swings", which is not there');
});

test('the message of a failed check has the service’s name, and says that nothing was changed', async () => {
  write('services/parks/dist/check.js', '');
  await checkFiles(['parks', 'pools'], root);
  write('services/parks/dist/check.js', 'console.error("blue.yaml:3: no seat"); process.exitCode = 1;');
  await expect(checkFiles(['parks', 'pools'], root)).rejects.toThrow(
    'parks would not start:\nblue.yaml:3: no seat\nNothing was changed: running services keep the previous files.',
  );
});

// Folders that an image contains beside the code (Dockerfile): edits in one that is not declared would not be noticed.
test.each(deployables())('%s declares every folder that it ships beside its code', (name) => {
  const notShipped = ['src', 'dist', 'test', 'desk', 'gen', 'node_modules'];
  const shipped = readdirSync(join(checkout, folderOf(name)), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !notShipped.includes(entry.name))
    .map((entry) => join(checkout, folderOf(name), entry.name));
  const { reads, check } = declaredFiles(name);
  expect(reads).toEqual(expect.arrayContaining(shipped));
  expect(check === undefined || existsSync(check.replace('/dist/', '/src/').replace('.js', '.ts'))).toBe(true);
});
