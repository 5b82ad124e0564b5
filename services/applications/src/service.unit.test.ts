import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadServices } from '@lianban/manifest';
import { readConfig } from '@lianban/runtime';
import { readSettings } from '@lianban/settings';
import { copyCatalogue } from '../test/catalogue-copy';
import { applications } from './service';
import { applicationsSettings } from './settings';

const folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
beforeEach(() => copyCatalogue(folder));
afterAll(() => rmSync(folder, { recursive: true }));

const compose = () =>
  applications.compose(readSettings(applicationsSettings, { CATALOGUE_FOLDER: folder }), readConfig({}));

/** Changes one line of a file and returns its number, from 1. */
function spoil(file: string, line: string, by: string): number {
  const lines = readFileSync(join(folder, file), 'utf8').split('\n');
  const at = lines.findIndex((each) => each.trim() === line);
  lines[at] = lines[at]!.replace(line, by);
  writeFileSync(join(folder, file), lines.join('\n'));
  return at + 1;
}

test('the catalogue that comes with the service starts, and hears each topic of a department', () => {
  // What the manifests say it hears, which were not made from the catalogue.
  const services = loadServices();
  // The folder of this test has no file of a city service.
  const performs = (topic: string) =>
    services.some(({ publishes, performs: kind }) => kind && publishes.includes(topic));
  const heard = services.find(({ name }) => name === 'applications')?.hears.filter((topic) => !performs(topic));
  expect(compose().subscriptions?.map(({ topic }) => topic)).toEqual(heard?.toSorted());
});

test.each([
  ['permits.yaml', 'promisedDays: 10', 'promisedDays: soon'],
  ['packages/open-small-shop.v1.yaml', 'needs: [licence]', 'needs: [course, licences]'],
  ['packages/elderly-parent-care.v1.yaml', 'when: assessment.level >= 2', 'when: assessment.level >= ('],
])('a wrong line in %s stops the start, with its place', (file, line, by) => {
  const at = spoil(file, line, by);

  expect(compose).toThrow(`${file}:${at}: `);
});
