import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checkout, documentsIn } from '../src/documents';
import { generated } from '../src/generated';
import { rewrite } from '../src/rewrite';

const text = (...path: string[]) => readFileSync(join(checkout, ...path), 'utf8');

// Red: run scripts/docs, and read what it writes.
test.each(documentsIn())('%s says what the code says', (document) => {
  expect(text(document)).toBe(rewrite(text(document), generated));
});

test('everything that is generated stands in a document', () => {
  const all = documentsIn().map((document) => text(document)).join('\n'); // prettier-ignore
  expect(Object.keys(generated).filter((name) => !all.includes(`\n<!-- generated: ${name} -->\n`))).toEqual([]);
});

test('every setting of its own that the chart gives a service is explained', () => {
  const { services } = parse(text('charts', 'resident-services', 'files', 'settings.yaml')) as {
    services: Record<string, string[]>;
  };
  const explained = (service: string) => generated[`settings of ${service}`]?.() ?? '';
  const missing = Object.entries(services).flatMap(([service, names]) =>
    names.filter((name) => !explained(service).includes(`\n| \`${name}\` |`)).map((name) => `${service}: ${name}`),
  );
  expect(missing).toEqual([]);
});

test('every folder of the repository is looked through for documents', () => {
  const found = documentsIn();
  expect(found).toEqual(expect.arrayContaining(['README.md', 'services/gateway/README.md', 'docs/operations.md']));
  const runbooks = readdirSync(join(checkout, 'docs', 'sre', 'runbooks'));
  expect(found.filter((name) => name.startsWith('docs/sre/runbooks/'))).toHaveLength(runbooks.length);
});
