import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '@lianban/settings';
import { openerOf, readRingKeys } from '@lianban/vault';
import { applicationsSettings } from './settings';

const folder = mkdtempSync(join(tmpdir(), 'lianban-request-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));
const secret = randomBytes(32).toString('base64');
const folderWith = (name: string, files: Record<string, string>): string => {
  const at = join(folder, name);
  mkdirSync(join(at, '..data'), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(at, file), text);
  return at;
};
const read = (at: string) => readSettings(applicationsSettings, { REQUEST_KEYS_FOLDER: at }).REQUEST_KEYS_FOLDER;

test('is sealed for the departments that have a file, under the first of its keys, and for no other', () => {
  const keys = `2026-12 aes-256-gcm ${secret}\n2025-12 aes-256-gcm ${randomBytes(32).toString('base64')}\n`;
  const sealFor = read(folderWith('good', { permits: keys }))!;
  const ring = readRingKeys(keys);
  if ('wrong' in ring) throw new Error(ring.wrong);
  expect(String(openerOf([ring[0]])(sealFor('permits')!(Buffer.from('said'), 'A/1'), 'A/1'))).toBe('said');
  expect(sealFor('employment')).toBeUndefined();
});

test('what cannot be read is told by file and line, never by its secret', () => {
  const wrong = () => read(folderWith('bad', { permits: `k1 des ${secret}` }));
  expect(wrong).toThrow('REQUEST_KEYS_FOLDER: of permits: line 1: the cipher is aes-256-gcm or sm4');
  expect(wrong).not.toThrow(secret);
});

test.each(['empty', 'none'])('a folder that is %s is no way to seal nothing', (name) => {
  const at = name === 'none' ? join(folder, 'none') : folderWith(name, {});
  expect(() => read(at)).toThrow('REQUEST_KEYS_FOLDER: is no folder with keys in it');
});

test('without the setting nothing is sealed', () => {
  expect(readSettings(applicationsSettings, {}).REQUEST_KEYS_FOLDER).toBeUndefined();
});
