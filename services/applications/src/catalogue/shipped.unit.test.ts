import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { CATALOGUE_FOLDER, loadCatalogue } from './index';

/** A department's file, read without what is tested. */
interface Written {
  readonly items: readonly { readonly code: string }[];
}

test('the catalogue of the service has what stands in its files: departments, items and the packages, the benchmark’s hidden', () => {
  const { departments, items, packages, find } = loadCatalogue();
  const files = readdirSync(CATALOGUE_FOLDER).filter((name) => name.endsWith('.yaml'));
  const written = files.map((name) => parse(readFileSync(join(CATALOGUE_FOLDER, name), 'utf8')) as Written);
  expect(departments.map(({ name, topic }) => `${name}.yaml ${topic}`)).toEqual(
    files.toSorted().map((name) => `${name} ${name.replace('.yaml', '.v1')}`),
  );
  expect(items.map(({ code }) => code).toSorted()).toEqual(
    written.flatMap((of) => of.items.map(({ code }) => code)).toSorted(),
  );
  expect(items.length).toBeGreaterThanOrEqual(10);
  expect([...packages.keys()]).toEqual(
    expect.arrayContaining(['bench-four-departments', 'elderly-parent-care', 'open-small-shop']),
  );
  expect(packages.size).toBe(
    new Set(readdirSync(join(CATALOGUE_FOLDER, 'packages')).map((name) => name.split('.')[0])).size,
  );
  expect(find('bench-four-departments')?.hidden).toBe(true);
  expect(find('nowhere')).toBeUndefined();
  expect(find('open-small-shop', 99)).toBeUndefined();
});
