import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ParsedNode, type YAMLMap, isMap, isScalar, parse, parseDocument } from 'yaml';
import { checkout } from '../src/folders';
import { deployables, folderOf } from '../src/services/deployables';

const chart = join(checkout, 'charts', 'resident-services');
const text = (...path: string[]) => readFileSync(join(chart, ...path), 'utf8');
const lines = text('values.yaml').split('\n');

/** Whether the line above is a comment. */
const isExplained = (line: number): boolean => /^\s*#/.test(lines[line - 1] ?? '');

/** The keys of the block mapping `node` and of those below it, by path, with their lines (from 0 on). */
function* keysOf(
  node: unknown,
  at: readonly string[],
  lineAt: (offset: number) => number,
): Generator<[string, number]> {
  if (!isMap(node) || (node as YAMLMap).flow) return;
  for (const { key, value } of (node as YAMLMap.Parsed<ParsedNode, ParsedNode | null>).items) {
    const name = isScalar(key) ? String(key.value) : '';
    const path = [...at, name];
    // Values of a single service are explained once, with the defaults of all services.
    if (at[0] === 'services' && at.length === 2 && name !== 'settings') continue;
    const below = [...keysOf(value, path, lineAt)];
    if (below.length === 0) yield [path.join('.'), lineAt(key.range[0])];
    yield* below;
  }
}

test('every value has a comment', () => {
  const lineAt = (offset: number) => text('values.yaml').slice(0, offset).split('\n').length - 1;
  const all = [...keysOf(parseDocument(text('values.yaml')).contents, [], lineAt)];
  expect(all.length).toBeGreaterThan(90);
  // Kubernetes' own fields need no comment, and neither does a service's name.
  const known = /^services\.[\w-]+$|\.(requests|limits)$|^services\.\w+\.settings\.API_URL$/;
  expect(all.filter(([path, line]) => !known.test(path) && !isExplained(line)).map(([path]) => path)).toEqual([]);
});

interface Schema {
  readonly $ref?: string;
  /** An old name, which the chart refuses with the new one. */
  readonly deprecated?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
}
test('every value that can be set has a default', () => {
  const schema = JSON.parse(text('values.schema.json')) as Schema & { $defs: Record<string, Schema> };
  const values: unknown = parse(text('values.yaml'));
  const missing: string[] = [];
  const look = (part: Schema, value: unknown, path: string): void => {
    const { properties = {} } = part.$ref ? schema.$defs[part.$ref.split('/').at(-1)!]! : part;
    for (const [name, inner] of Object.entries(properties)) {
      if (inner.deprecated) continue;
      const here = path ? `${path}.${name}` : name;
      if (typeof value !== 'object' || value === null || !(name in value)) missing.push(here);
      else look(inner, (value as Record<string, unknown>)[name], here);
    }
  };
  look(schema, values, '');
  expect(missing).toEqual([]);
});

const inSource = (...files: string[]) =>
  files.flatMap((file) =>
    [...readFileSync(join(checkout, file), 'utf8').matchAll(/(?:^ {2,4}|= \{ )([A-Z][A-Z_]+):/gm)].map(
      ([, name]) => name!,
    ),
  );

test('the settings the chart knows are those the code reads', () => {
  const known = parse(text('files', 'settings.yaml')) as {
    ofTheChart: string[];
    all: string[];
    services: Record<string, string[]>;
  };
  const common = inSource(
    ...['runtime/src/config', 'runtime/src/tls-demands', 'kafka/src/settings', 'grpc/src/settings'].map(
      (file) => `packages/${file}.ts`,
    ),
  );
  const ofTheChart = new Set([...known.ofTheChart, 'NODE_OPTIONS']);
  // Production refuses these.
  const never = ['TIME_TRAVEL', 'FAILPOINT'];
  expect(new Set([...ofTheChart, ...known.all, ...never])).toEqual(
    new Set([...common, 'HTTP_PORT', 'DEPARTMENTS', 'REQUESTS_SAID_ON', 'REQUEST_KEYS_FOLDER', 'NODE_OPTIONS']),
  );

  for (const service of deployables()) {
    const files = ['settings.ts', 'sign-in/settings.ts'].map((file) => join(folderOf(service), 'src', file));
    const own = files.flatMap((file) => {
      try {
        return inSource(file);
      } catch {
        return [];
      }
    });
    const read = new Set(own.filter((name) => !ofTheChart.has(name)));
    expect([service, new Set(known.services[service])]).toEqual([service, read]);
  }
});
