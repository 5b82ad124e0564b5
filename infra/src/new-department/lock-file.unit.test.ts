import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../folders';
import { withWorkspace } from './lock-file';

const before = readFileSync(join(checkout, 'package-lock.json'), 'utf8');

test('package-lock.json is otherwise as npm wrote it', () => {
  const after = withWorkspace(before, 'pensions');
  const [old, now] = [before.split('\n'), after.split('\n')];
  expect(old.filter((line) => !now.includes(line))).toEqual([]);
  expect(now.filter((line) => !old.includes(line))).toEqual([
    '    "node_modules/@lianban/pensions": {',
    '      "resolved": "services/departments/pensions",',
    '    "services/departments/pensions": {',
    '      "name": "@lianban/pensions",',
  ]);
  expect(withWorkspace(before, 'permits')).toBe(before);
});

test('a file without the pattern is refused, not mangled', () => {
  expect(() => withWorkspace('{ "packages": {} }', 'pensions')).toThrow('npm install writes it anew');
});
