import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { departmentFiles, loadDepartment } from './departments';

const city = mkdtempSync(join(tmpdir(), 'departments-'));
afterAll(() => rmSync(city, { recursive: true }));

/** A department's folder with this file. */
function folderOf(name: string, yaml: string): string {
  const file = join(city, name, 'catalogue.yaml');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, yaml);
  return dirname(file);
}
const parks = `department: parks
topic: parks.v1
name: { zh: 园林局, en: Parks }
complaints: { zh: 拨打 12345。, en: Call 12345. }
words:
  - { code: trees, label: { zh: 树木, en: Trees }, unit: { zh: 棵, en: trees } }
items: []
`;

test('whoever has a catalogue file in their folder is a department', () => {
  folderOf('parks', parks);
  mkdirSync(join(city, 'libraries'), { recursive: true });
  expect(departmentFiles(city).map(({ label }) => label)).toEqual(['parks/catalogue.yaml']);
  expect(departmentFiles().length).toBeGreaterThanOrEqual(4);
});

test('a department reads its own', () => {
  expect(loadDepartment(folderOf('parks', parks))).toMatchObject({ department: 'parks', items: [], reasons: [] });
});

test.each([
  ['a key nobody knows', 'items: []', 'itens: []', 'pools/catalogue.yaml:7: "itens" is not a known key here.'],
  [
    'the topic of another',
    'topic: parks.v1',
    'topic: pools.v1',
    'pools/catalogue.yaml:2: topic "pools.v1" is named after',
  ],
  [
    'a word without a language',
    'en: Trees }',
    'fr: Arbres }',
    'pools/catalogue.yaml:6: "words[0].label.en" is missing.',
  ],
])('%s is told by file and line', (_, from, to, sentence) => {
  const folder = folderOf('pools', parks.replace(from, to));
  expect(() => loadDepartment(folder)).toThrow(sentence);
});
