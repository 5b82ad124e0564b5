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

const events = 'permits/v1/events.proto';
const desk = 'casework/v1/desk.proto';
const field = '  string permit_number = 3;\n  google.protobuf.Timestamp issued_at = 4;\n';
const call = '  rpc Board(BoardRequest) returns (BoardResponse);\n';

/** What buf says about the contracts as they are, had the released ones said this instead of `now`. */
const hadBeen = (released: string, now = field, file = events) => {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(now);
  writeFileSync(path, text.replace(now, released));
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

// The name of a message is the type of its record, and that of a call is its address: who speaks the former ones has no other.
test.each([
  ['a message less', events, 'message PermitRevoked {', 'message PermitExtended {}\n\nmessage PermitRevoked {'],
  ['another name for a message', events, 'message PermitRevoked {', 'message PermitWithdrawn {'],
  ['a call less', desk, call, `${call}  rpc Boards(BoardRequest) returns (BoardResponse);\n`],
  ['another name for a call', desk, call, call.replace('Board', 'Boards')],
  ['another answer to a call', desk, call, call.replace('BoardResponse', 'Note')],
  ['another name for a service', desk, 'service DeskService {', 'service CounterService {'],
  ['another package', events, 'package permits.v1;', 'package permits.v2;'],
])('%s is a breaking change', (_change, file, now, released) => {
  const { ok, said } = hadBeen(released, now, file);
  expect(ok).toBe(false);
  expect(said).not.toBe('');
});

test('a file less is a breaking change', () => {
  cpSync(join(folder, events), join(folder, 'permits/v1/more.proto'));
  rmSync(join(folder, events));
  expect(buf(['breaking', '--against', folder])).toMatchObject({ ok: false });
});

test.each([
  ['a message', events, /message PermitRevoked \{[^}]*\}\n/],
  ['a call', desk, call],
])('%s more breaks nothing', (_change, file, more) => {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  expect(text.replace(more, '')).not.toBe(text);
  writeFileSync(path, text.replace(more, ''));
  expect(buf(['breaking', '--against', folder])).toEqual({ ok: true, said: '', stdout: '' });
});
