import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { checkout } from '../src/folders';
import { makeDepartment } from '../src/new-department/make-department';

const name = 'social-security';
const copy = mkdtempSync(join(tmpdir(), 'scaffold-'));
afterAll(() => rmSync(copy, { recursive: true }));

/** What git would bring, what is generated and compiled from it, and the packages. */
function copyCheckout(): void {
  const isLeftOut = /(^|\/)(node_modules|\.git|\.local)$/;
  cpSync(checkout, copy, { recursive: true, filter: (path) => !isLeftOut.test(relative(checkout, path)) });
  // One link a package: the new department's own is made beside them, and not in this checkout.
  for (const where of globSync('{.,packages/*,services/*,tools/*}/node_modules', { cwd: checkout })) {
    mkdirSync(join(copy, where), { recursive: true });
    for (const each of readdirSync(join(checkout, where)).filter((entry) => entry !== '@lianban'))
      symlinkSync(join(checkout, where, each), join(copy, where, each));
  }
  cpSync(join(checkout, 'node_modules/@lianban'), join(copy, 'node_modules/@lianban'), {
    recursive: true,
    verbatimSymlinks: true,
  });
}

/** A program of the checkout, run in the copy. */
function run(program: string, ...args: string[]) {
  const PATH = `${join(process.execPath, '..')}:${process.env['PATH'] ?? ''}`;
  const { status, stdout, stderr } = spawnSync(join(copy, 'node_modules/.bin', program), args, {
    cwd: copy,
    env: { ...process.env, PATH },
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

// Tests of lists in which a department stands: each was red beside a new one once, or could be.
const affected = [
  `services/departments/${name}/`,
  'services/applications/src/(service|catalogue/shipped|catalogue/describe)',
  'infra/src/topics/(topic-list|access-lists)',
  'infra/src/services/(stamp|service-ports)',
  'infra/src/manifests/',
  'packages/manifest/',
  'infra/test/(declared|site-examples|conformance)',
  'services/residents/src/purposes',
  'tools/e2e/test/(grounds|desk-words|site-words)',
];

/** Lists of all services there are, written by the program that makes a department. Nothing outside its folder is left to a hand. */
const generated = [
  'package-lock.json',
  'charts/resident-services/values.yaml',
  'charts/examples/site/mongodb.yaml',
  'charts/examples/site/mongodb-values.yaml',
];

test('a department just made compiles, is formatted, and leaves every test of a list green', () => {
  copyCheckout();
  const { made, changed } = makeDepartment(copy, name);
  expect(made.filter((file) => !file.startsWith(`services/departments/${name}/`))).toEqual([]);
  expect(changed).toEqual(generated);

  const files = made.filter((file) => /\.(ts|json|md|yaml)$/.test(file));
  expect(run('prettier', '--check', ...files)).toMatchObject({ status: 0 });
  const types = run('tsc', '--noEmit', '--project', `services/departments/${name}`);
  expect(types).toEqual({ status: 0, said: '' });
  const { status, said } = run('jest', '--selectProjects=unit', '--runInBand', '--testPathPatterns', ...affected);
  expect({ status, said: status === 0 ? '' : said }).toEqual({ status: 0, said: '' });
  expect(said).toContain(`services/departments/${name}/src/domain/registration.unit.test.ts`);
  expect(said).toContain('tools/e2e/test/grounds.unit.test.ts');
});
