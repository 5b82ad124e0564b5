import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const target = mkdtempSync(join(tmpdir(), 'image-packages-'));
const read = (path: string): Record<string, unknown> => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;

beforeAll(() => execFileSync(process.execPath, [join(root, 'infra/image-packages.js'), target]));
afterAll(() => rmSync(target, { recursive: true }));

test('an image installs what a service needs, and nothing that only its tests need', () => {
  const packages = Object.entries(read(join(target, 'package-lock.json'))['packages'] as Record<string, object>);
  const workspaces = packages.map(([path]) => path).filter((path) => !path.includes('node_modules/'));
  expect(workspaces).toContain('services/departments/permits');
  for (const path of workspaces) {
    const { devDependencies: _, ...installed } = read(join(root, path, 'package.json'));
    expect(read(join(target, path, 'package.json'))).toEqual(installed);
  }
  expect(packages.filter(([, content]) => 'devDependencies' in content)).toEqual([]);
});
