import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { buf, protosFolder } from './buf';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'contracts-'));
  cpSync(protosFolder, folder, {
    recursive: true,
    filter: (source) => !/^(gen|dist|src|test|node_modules)\b/.test(relative(protosFolder, source)),
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = 'permits/v1/events.proto';
const field = '  string permit_number = 3;\n  google.protobuf.Timestamp issued_at = 4;\n';

/** What buf says about the contracts as they are, had the released ones been like this instead of `field`. */
const hadBeen = (released: string) => {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(field);
  writeFileSync(path, text.replace(field, released));
  return buf(['breaking', '--against', folder]);
};

test('the contracts follow the lint rules', () => {
  expect(buf(['lint'])).toEqual({ ok: true, said: '', stdout: '' });
});

test('the contracts break nothing in themselves', () => {
  expect(buf(['breaking', '--against', folder])).toEqual({ ok: true, said: '', stdout: '' });
});

test('a field more breaks nothing', () => {
  expect(hadBeen('  string permit_number = 3;\n').ok).toBe(true);
});

test.each([
  ['another number for a field', field.replace('= 3', '= 5'), 'Previously present field "5"'],
  ['another type for a field', field.replace('string', 'uint32'), 'Field "3"'],
  ['another name for a field', field.replace('permit_number', 'number'), 'Field "3"'],
  ['a field less', `${field}  string district = 5;\n`, 'Previously present field "5"'],
])('%s is a breaking change', (_change, released, complaint) => {
  const { ok, said } = hadBeen(released);
  expect(ok).toBe(false);
  expect(said).toContain(complaint);
});
