import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { checkout } from '../src/folders';
import { workspaces } from '../src/services/workspaces';

const all = [...workspaces().values()];
const libraries = all.filter(({ folder }) => folder.startsWith('packages/'));
const text = (...path: string[]) => readFileSync(join(checkout, ...path), 'utf8');
const linesOf = (...path: string[]) =>
  text(...path)
    .trimEnd()
    .split('\n').length;
const isTest = (file: string) => /\.test\.tsx?$/.test(file) || /(^|\/)test\//.test(file);

/** Built into one file, or used by tests alone: none of them is installed beside what it imports. */
const bundled = ['packages/testing/', 'packages/browser-testing/', 'services/desk/src/client/'];

/** The source files of a workspace. */
const sourcesOf = (folder: string) =>
  globSync('{src,test}/**/*.{ts,tsx}', { cwd: join(checkout, folder) }).filter(
    (file) => !/(^|\/)(gen|dist)\//.test(file),
  );

/** The names a module exports, re-exports included; `export *` counts as one. */
function exportsOf(file: string): number {
  const source = ts.createSourceFile(file, text(file), ts.ScriptTarget.Latest);
  return source.statements.filter(ts.isExportDeclaration).reduce((sum, { exportClause }) => {
    return sum + (exportClause && ts.isNamedExports(exportClause) ? exportClause.elements.length : 1);
  }, 0);
}

test.each(libraries.map(({ folder }) => folder))(
  '%s says what it is for, in a page, and exports 25 names at most',
  (folder) => {
    expect(existsSync(join(checkout, folder, 'README.md'))).toBe(true);
    expect(linesOf(folder, 'README.md')).toBeLessThanOrEqual(60);
    expect(exportsOf(join(folder, 'src', 'index.ts'))).toBeLessThanOrEqual(25);
  },
);

test.each(all.map(({ folder }) => folder))('%s declares the workspaces that it imports, and no other', (folder) => {
  const manifest = JSON.parse(text(folder, 'package.json')) as Record<string, Record<string, string> | undefined>;
  const own = { ...manifest['dependencies'] };
  const inTests = { ...own, ...manifest['devDependencies'] };
  const imported = sourcesOf(folder).flatMap((file) =>
    [...text(folder, file).matchAll(/^(?:import|export) [^;]*?from '(@lianban\/[\w-]+)'/gm)].map(([, name]) => ({
      file,
      name: name!,
    })),
  );
  const declared = (file: string) =>
    isTest(file) || bundled.some((each) => `${folder}/${file}`.startsWith(each)) ? inTests : own;
  expect(
    imported.filter(({ file, name }) => !(name in declared(file)) && name !== `@lianban/${folder.split('/').at(-1)}`),
  ).toEqual([]);
  const sources = sourcesOf(folder).map((file) => text(folder, file));
  const unused = (name: string) =>
    name.startsWith('@lianban/') && !sources.some((source) => source.includes(`'${name}`));
  expect(Object.keys(inTests).filter(unused)).toEqual([]);
});

test('the engine can be read in an hour', () => {
  const files = sourcesOf('packages/engine').filter((file) => !isTest(file));
  expect(files.length).toBeLessThanOrEqual(18);
  expect(files.reduce((sum, file) => sum + linesOf('packages/engine', file), 0)).toBeLessThanOrEqual(1_800);
});

test('files are short', () => {
  const lines = all
    .filter(({ name }) => name !== 'protos')
    .flatMap(({ folder }) =>
      sourcesOf(folder)
        .filter((file) => !isTest(file))
        .map((file) => linesOf(folder, file)),
    )
    .toSorted((a, b) => a - b);
  expect(lines[Math.floor(lines.length / 2)]).toBeLessThanOrEqual(60);
  expect(lines.at(-1)).toBeLessThanOrEqual(300);
});

test('every library has its layer', () => {
  const rules = text('.dependency-cruiser.js');
  expect(libraries.filter(({ name }) => !rules.includes(`'${name}'`)).map(({ name }) => name)).toEqual([]);
});
