import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../folders';
import { withWorkspace } from './lock-file';

const read = (...path: string[]) => readFileSync(join(checkout, ...path), 'utf8');
const before = read('package-lock.json');

test('package-lock.json is otherwise as npm wrote it', () => {
  const packageJson = read('services/departments/permits/package.json');
  const after = withWorkspace(
    before,
    'services/pensions',
    packageJson.replace('@lianban/permits', '@lianban/pensions'),
  );
  const [old, now] = [before.split('\n'), after.split('\n')];
  expect(old.filter((line) => !now.includes(line))).toEqual([]);
  expect(now.filter((line) => !old.includes(line))).toEqual([
    '    "node_modules/@lianban/pensions": {',
    '      "resolved": "services/pensions",',
    '    "services/pensions": {',
    '      "name": "@lianban/pensions",',
  ]);
  expect(withWorkspace(before, 'services/departments/permits', packageJson)).toBe(before);
});
