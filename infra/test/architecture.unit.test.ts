import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';

const checkout = join(__dirname, '..', '..');
// Passed in, because the linter would load it by a dynamic import, which jest does not support.
const overrideConfig = jest.requireActual<NonNullable<ESLint.Options['overrideConfig']>>(
  join(checkout, 'eslint.config.js'),
);
// On CI the parser assumes that every file is linted once, with its content on disk.
const asGiven = { languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } } };
const linter = new ESLint({
  cwd: checkout,
  overrideConfigFile: true,
  overrideConfig: [overrideConfig, asGiven].flat(),
});

/** An existing file, because rules with types work only on files of the project. */
const oneOf = (folder: string): string => {
  const file = readdirSync(join(checkout, folder)).find((name) => /(?<!\.test)\.ts$/.test(name));
  if (!file) throw new Error(`no TypeScript file in ${folder}`);
  return join(folder, file);
};

const domain = oneOf('services/departments/permits/src/domain');
const department = oneOf('services/residents/src');
const casework = 'packages/casework/src/lifecycle/evolve.ts';
const library = oneOf('packages/engine/src');
const environment = 'packages/settings/src/environment.ts';

/** The violations if this file had the content `text`, one line each: rule, message. */
const complaints = async (file: string, text: string): Promise<string> => {
  const [result] = await linter.lintText(`${text}\n`, { filePath: join(checkout, file) });
  return (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId}: ${message}`).join('\n');
};

const refused: readonly (readonly [what: string, file: string, text: string, rule: string])[] = [
  ['async in a domain', domain, 'export const f = async () => 1;', 'Rules are synchronous'],
  ['Date.now in a domain', domain, 'export const f = () => Date.now();', 'Time enters as data'],
  ['new Date() in a domain', domain, 'export const f = () => new Date();', 'Time enters as data'],
  ['Math.random in a domain', domain, 'export const f = () => Math.random();', 'Chance and ids enter as data'],
  ['a global that reaches out of a domain', domain, "export const f = () => fetch('x');", 'no-restricted-globals'],
  ['process.env in a domain', domain, 'export const f = process.env;', 'process.env is read in'],
  ['a package in a domain', domain, "import { z } from 'zod'; export const f = z;", 'import only ./siblings'],
  ['Node in a domain', domain, "import { sep } from 'node:path'; export const f = sep;", 'import only ./siblings'],
  ['a folder above a domain', domain, "import { f } from '../service'; export const g = f;", 'import only ./siblings'],
  [
    'code of a package in a domain',
    domain,
    "import { department } from '@lianban/casework'; export const f = department;",
    'may import types only',
  ],
  ['async in the casework', casework, 'export const f = async () => 1;', 'Rules are synchronous'],
  ['Date.now in the casework', casework, 'export const f = () => Date.now();', 'Time enters as data'],
  ['a package in the casework', casework, "import { z } from 'zod'; export const f = z;", 'the life of a case is pure'],
  ['process.env in a department', department, 'export const f = process.env;', 'process.env is read in'],
  ['process.env in a library', library, 'export const f = process.env;', 'process.env is read in'],
  ['the console in a service', department, "console.log('x');", 'no-console'],
  [
    'a file of 301 lines',
    department,
    Array.from({ length: 301 }, (_, i) => `export const f${i} = 1;`).join('\n'),
    'max-lines',
  ],
  ['a promise nobody waits for', department, 'const f = async () => 1; f();', 'no-floating-promises'],
  [
    'a forgotten case',
    department,
    "export const f = (x: 'a' | 'b') => { switch (x) { case 'a': return 1; } return 2; };",
    'switch-exhaustiveness-check',
  ],
  [
    'an import of types that does not say so',
    department,
    "import { ServiceSpec } from '@lianban/runtime'; export type F = ServiceSpec<1>;",
    'consistent-type-imports',
  ],
];

const allowed: readonly (readonly [what: string, file: string, text: string])[] = [
  [
    'a pure domain',
    domain,
    "import type { Item } from '@lianban/casework'; export const f = (x: Item, at: Date) => [x, at, new Date(0)];",
  ],
  ['the contracts in the casework', casework, "import { casework } from '@lianban/protos'; export const f = casework;"],
  ['process.env in its one file', environment, 'export const f = process.env;'],
  ['a file of 300 lines', department, Array.from({ length: 300 }, (_, i) => `export const f${i} = 1;`).join('\n')],
];

// The first run compiles the whole project.
jest.setTimeout(60_000);

test.each(refused)('%s is a lint error', async (_what, file, text, rule) => {
  expect(await complaints(file, text)).toContain(rule);
});

test.each(allowed)('%s is not', async (_what, file, text) => {
  expect(await complaints(file, text)).toBe('');
});
