import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bomOf } from './bom';
import { isMet, licenceFaults } from './licences';
import type { Lock } from './lock';
import { secretsIn } from './secrets';
import { textsUnder } from './tree';

const root = resolve(__dirname, '../../..');
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;

test('every installed package has a licence that goes with Apache-2.0', () => {
  expect(Object.keys(lock.packages).length).toBeGreaterThan(500);
  expect(licenceFaults(lock)).toEqual([]);
});

test('what is shipped may less than what only tests', () => {
  const of = (license: string | undefined, dev: boolean) =>
    licenceFaults({ packages: { 'node_modules/some': { dev, ...(license ? { license } : {}) } } });
  expect(of('GPL-3.0-only', true)).toEqual(['some: GPL-3.0-only']);
  expect(of('MPL-2.0', true)).toEqual([]);
  expect(of('MPL-2.0', false)).toEqual(['some: MPL-2.0']);
  expect(of(undefined, false)).toEqual(['some: none']);
  const library = { license: 'LGPL-3.0-or-later' };
  expect(licenceFaults({ packages: { 'node_modules/@img/sharp-libvips-linux-x64': library } })).toEqual([]);
  expect(licenceFaults({ packages: { 'node_modules/another': library } })).toEqual(['another: LGPL-3.0-or-later']);
});

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-only)', true],
  ['GPL-3.0-only', false],
  ['(MIT AND GPL-3.0-only)', false],
  ['(MIT OR GPL-3.0-only) AND MIT', false],
])('%s: %s', (expression, met) => {
  expect(isMet(expression, new Set(['MIT']))).toBe(met);
});

test('the list of an image holds what it runs, and no tool', () => {
  const bom = bomOf(lock, ['services/departments/permits'], 'permits') as {
    components: { name: string; version: string; hashes?: object }[];
    dependencies: { ref: string; dependsOn: string[] }[];
  };
  const names = bom.components.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['@lianban/casework', 'kafkajs', 'mongodb', 'zod', '@grpc/grpc-js']));
  expect(names.filter((name) => /jest|eslint|typescript|axe-core|@lianban\/(web|infra|testing)/.test(name))).toEqual(
    [],
  );
  for (const { name, hashes } of bom.components)
    if (!name.startsWith('@lianban/')) expect([name, hashes]).not.toContain(undefined);
  const refs = new Set(bom.dependencies.map(({ ref }) => ref));
  for (const { dependsOn } of bom.dependencies) for (const ref of dependsOn) expect(refs).toContain(ref);
});

// Put together here: this file is looked through too.
const body = 'MC4CAQAwBQYDK2VwBCIEIOmXWdgE2vsPmMGfpvVpL';
const planted: readonly [rule: string, text: string][] = [
  ['private key', ['-----BEGIN ', 'PRIVATE KEY-----\n', body].join('')],
  ['private key as JWK', `{"kty":"OKP","d":"${body}"}`],
  ['signed token', ['eyJhbGciOiJFZERTQSJ9', 'eyJzdWIiOiJyZXNpZGVudC0xIn0', body].join('.')],
  ['access key of a cloud', ['AKIA', 'Z7QK3M5N8P2R4T6V'].join('')],
  ['token of a code host or registry', ['ghp', `_${body}`].join('')],
  ['token of a chat', ['xoxb', '123456789012-abcdefghijkl'].join('-')],
  ['password in an address', ['mongodb://root', 'hunter2hunter2@db.example'].join(':')],
  ['named secret', ['client', `secret: "${body}0"`].join('_').replace('client_', '')],
];

test.each(planted)('a %s is noticed', (rule, text) => {
  expect(secretsIn(`first line\n${text}`)).toContainEqual({ rule, line: 2 });
});

test('no file of the tree holds what looks like a secret', () => {
  const found = [...textsUnder(root)].flatMap(([path, text]) =>
    secretsIn(text).map(({ rule, line }) => `${path}:${line}: ${rule}`),
  );
  expect(found).toEqual([]);
});
