import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkout } from '../src/folders';

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

const root = mkdtempSync(join(realpathSync(tmpdir()), 'layers-'));
afterAll(() => rmSync(root, { recursive: true }));

/** A small city with a file for each forbidden import, and for each allowed one that looks similar. */
const files: Readonly<Record<string, string>> = {
  'packages/model/src/index.ts': 'export const model = 1;',
  'packages/model/src/internal.ts': 'export const internal = 1;',
  'packages/model/src/model.unit.test.ts': "import { tally } from '@lianban/testing'; export const t = tally;",
  'packages/testing/src/index.ts': 'export const tally = 1;',
  'packages/engine/src/index.ts': "import { model } from '@lianban/model'; export const engine = model;",
  'packages/kafka/src/index.ts': "import { Kafka } from 'kafkajs'; export const kafka = Kafka;",
  'services/web/src/index.ts': 'export const web = 1;',
  'services/departments/permits/src/index.ts':
    "import { engine } from '@lianban/engine'; export const permits = engine;",
  'services/departments/permits/src/items.ts': 'export type Items = 1;',
  // The forbidden imports.
  'packages/engine/src/upward.ts': "import type { kafka } from '@lianban/kafka'; export type Up = typeof kafka;",
  'packages/grpc/src/to-engine.ts': "import { engine } from '@lianban/engine'; export const e = engine;",
  'packages/engine/src/to-service.ts': "import { web } from '@lianban/web'; export const up = web;",
  'packages/engine/src/ring.ts': "import type { Other } from './ring-other'; export type Ring = Other;",
  'packages/engine/src/ring-other.ts': "import type { Ring } from './ring'; export type Other = Ring;",
  'packages/engine/src/inner.ts': "import { internal } from '../../model/src/internal'; export const i = internal;",
  'packages/engine/src/uses-tests.ts': "import { tally } from '@lianban/testing'; export const t = tally;",
  'packages/engine/src/driver.ts': "import { Kafka } from 'kafkajs'; export const k = Kafka;",
  'services/departments/employment/src/neighbour.ts':
    "import { permits } from '@lianban/permits'; export const p = permits;",
  'services/departments/employment/src/by-path.ts':
    "import type { Items } from '../../permits/src/items'; export type I = Items;",
};

const violations = (): readonly Violation[] => {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), `${text}\n`);
  }
  for (const file of ['tsconfig.tests.json', 'tsconfig.base.json'])
    copyFileSync(join(checkout, file), join(root, file));
  symlinkSync(join(checkout, 'node_modules'), join(root, 'node_modules'));
  const program = join(checkout, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const rules = ['--config', join(checkout, '.dependency-cruiser.js'), '--no-cache', '--output-type', 'json'];
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...rules, 'packages', 'services'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  if (stderr) throw new Error(stderr);
  return (JSON.parse(stdout) as { summary: { violations: readonly Violation[] } }).summary.violations;
};

test('each forbidden import is reported by its rule, and no other import is', () => {
  const told = violations().map(({ from, rule }) => `${rule.name}: ${from}`);
  expect([...new Set(told)].toSorted()).toEqual(
    [
      'layers: packages/engine/src/upward.ts',
      'layers: packages/engine/src/to-service.ts',
      'layers: packages/engine/src/uses-tests.ts',
      'transports: packages/grpc/src/to-engine.ts',
      'no-cycles: packages/engine/src/ring-other.ts',
      'by-its-name: packages/engine/src/inner.ts',
      'no-test-code-in-src: packages/engine/src/uses-tests.ts',
      'drivers: packages/engine/src/driver.ts',
      'services-apart: services/departments/employment/src/neighbour.ts',
      'services-apart: services/departments/employment/src/by-path.ts',
      'by-its-name: services/departments/employment/src/by-path.ts',
    ].toSorted(),
  );
});
