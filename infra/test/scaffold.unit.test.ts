import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { checkout } from '../src/folders';
import { writeGenerated } from '../src/manifests/generated-files';
import { makeDepartment } from '../src/new-department/make-department';
import { makeService } from '../src/new-service/make-service';

const [department, service] = ['social-security', 'noise-reports'];
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
function run(program: string, args: readonly string[], folder = '.') {
  const PATH = `${join(process.execPath, '..')}:${process.env['PATH'] ?? ''}`;
  const { status, stdout, stderr } = spawnSync(join(copy, 'node_modules/.bin', program), args, {
    cwd: join(copy, folder),
    env: { ...process.env, PATH },
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

// Tests of lists in which a service stands: each was red beside a new one once, or could be.
const affected = [
  `services/departments/${department}/`,
  `services/${service}/`,
  'services/applications/src/(service|catalogue/shipped|catalogue/describe)',
  'services/gateway/src/(role-matrix|openapi|described-events)',
  'infra/src/topics/(topic-list|access-lists)',
  'infra/src/services/(stamp|service-ports)',
  'infra/src/manifests/',
  'packages/manifest/',
  'protos/test/golden-bytes',
  'infra/test/(declared|site-examples|conformance|packages)',
  'services/residents/src/purposes',
  'tools/e2e/test/(grounds|desk-words|site-words|fault/catalogue)',
];

/** Lists of all services there are, written by the program that makes one. Nothing outside is left to a hand. */
const generated = [
  'package-lock.json',
  'charts/resident-services/values.yaml',
  'charts/examples/site/mongodb.yaml',
  'charts/examples/site/mongodb-values.yaml',
];
const indexes = ['gateway', 'web'].map((edge) => `services/${edge}/src/city-services/index.ts`);

const textOf = (file: string) => readFileSync(join(copy, file), 'utf8');

test('a department is one folder: compiled, formatted, and in every list', () => {
  copyCheckout();
  const { made, changed } = makeDepartment(copy, department);
  expect(made.filter((file) => !file.startsWith(`services/departments/${department}/`))).toEqual([]);
  expect(changed).toEqual(generated);
  const types = run('tsc', ['--noEmit', '--project', `services/departments/${department}`]);
  expect(types).toEqual({ status: 0, said: '' });
});

let before: readonly string[];
let made: readonly string[];
test('a city service is a folder, a contract, a route and a page', () => {
  before = [...generated.slice(1), ...indexes].map(textOf);
  const written = makeService(copy, service);
  made = written.made;
  expect(made.filter((file) => !file.startsWith(`services/${service}/`)).toSorted()).toEqual([
    'protos/noise_reports/v1/noise_reports.proto',
    'services/gateway/src/city-services/noise-reports.ts',
    'services/web/src/city-services/noise-reports.tsx',
  ]);
  expect(written.changed).toEqual([...generated, ...indexes]);
  expect(textOf('services/noise-reports/manifest.yaml')).toMatch(/^port: [1-9]/m);
});

test('beside them every test of a list stays green', () => {
  expect(run('buf', ['generate'], 'protos')).toEqual({ status: 0, said: '' });
  const { status, said } = run('jest', ['--selectProjects=unit', '--runInBand', '--testPathPatterns', ...affected]);
  expect({ status, said: status === 0 ? '' : said }).toEqual({ status: 0, said: '' });
  expect(said).toContain(`services/departments/${department}/src/domain/registration.unit.test.ts`);
  expect(said).toContain(`services/${service}/src/decided-cases.unit.test.ts`);
  expect(said).toContain('tools/e2e/test/grounds.unit.test.ts');
});

test('a city service whose files are removed leaves nothing behind', () => {
  for (const file of made) rmSync(join(copy, file));
  rmSync(join(copy, 'services', service), { recursive: true });
  writeGenerated(copy);
  expect([...generated.slice(1), ...indexes].map(textOf)).toEqual(before);
});

test.each([
  ['a word that stands for many services', 'departments', 'departments is there already'],
  ['a name of a contract', 'refusal', 'protos/refusal is there already'],
  ['a name that its service.ts imports', 'decided-cases', 'means something else in TypeScript'],
  ['a library', 'kafka', 'kafka is there already'],
])('%s is no name of a city service, and nothing is written', (_, name, why) => {
  expect(() => makeService(copy, name)).toThrow(why);
  expect(existsSync(join(copy, 'services', name, 'manifest.yaml'))).toBe(false);
});
