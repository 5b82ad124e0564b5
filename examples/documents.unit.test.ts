import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const checkout = join(__dirname, '..');
const text = (path: string) => readFileSync(join(checkout, path), 'utf8');
const pages = readdirSync(join(checkout, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.md'),
);
const documents = ['README.md', ...pages.map((name) => join('docs', name))];

test('the example for integrators is the program that runs, word for word', () => {
  const [, ...program] = text('examples/consume-permits.ts').split('\n');
  expect(text('docs/integrators.md')).toContain(`\`\`\`ts\n${program.join('\n')}\`\`\`\n`);
});

test.each(documents)('every link of %s leads somewhere', (document) => {
  const links = [...text(document).matchAll(/\]\((?!https?:|#)([^)#]+)(#[^)]*)?\)/g)].map(([, path]) => path!);
  const broken = links.filter((path) => !existsSync(join(checkout, dirname(document), path)));
  expect(broken).toEqual([]);
});

test.each(documents)('every script %s names is there', (document) => {
  const named = [...text(document).matchAll(/\bscripts\/([a-z-]+)/g)].map(([, name]) => name!);
  expect([...new Set(named)].filter((name) => !existsSync(join(checkout, 'scripts', name)))).toEqual([]);
});

test.each([
  'packages/runtime/src/config.ts',
  'services/applications/src/settings.ts',
  'services/residents/src/settings.ts',
  'services/gateway/src/settings.ts',
])('every setting of %s is explained', (source) => {
  const settings = [...text(source).matchAll(/^ +([A-Z][A-Z_]+):/gm)].map(([, name]) => name!);
  expect(settings.length).toBeGreaterThan(0);
  expect(settings.filter((name) => !text('docs/operations.md').includes(`\`${name}\``))).toEqual([]);
});

test('every metric an operator is told to watch exists', () => {
  const known = new Set(text('packages/telemetry/src/metric-table.ts').match(/lianban\.[a-z_.]+/g));
  const named = text('docs/operations.md').match(/lianban\.[a-z_.]+/g) ?? [];
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});

test('every file the way of a request names is there', () => {
  const [, table = ''] = text('docs/contributing.md').split('## How a request flows');
  const files = [...(table.split('## ')[0] ?? '').matchAll(/`((?:\w[\w-]*\/)+[\w-]+\.ts)`/g)].map(([, file]) => file!);
  expect(files.length).toBeGreaterThan(8);
  expect(files.filter((file) => !existsSync(join(checkout, file)))).toEqual([]);
});
