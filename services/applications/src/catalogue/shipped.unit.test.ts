import { globSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { PACKAGES } from '../../test/catalogue-copy';
import { loadCatalogue } from './index';

const services = resolve(__dirname, '..', '..', '..');

/** A department's file, read without what is tested. */
interface Written {
  readonly items: readonly { readonly code: string }[];
}

test('the catalogue of the service has what stands in its files: departments, items and the packages, the benchmark’s hidden', () => {
  const { departments, items, packages, find } = loadCatalogue();
  const files = [
    ...globSync('departments/*/catalogue.yaml', { cwd: services }).toSorted(),
    ...globSync('outside/*.yaml', { cwd: services }).toSorted(),
  ];
  const nameOf = (file: string) => file.replace('/catalogue.yaml', '').replace(/^.*\/|\.yaml$/g, '');
  const written = files.map((file) => parse(readFileSync(join(services, file), 'utf8')) as Written);
  expect(departments.map(({ name, topic }) => `${name} ${topic}`)).toEqual(
    files.map((file) => `${nameOf(file)} ${nameOf(file)}.v1`),
  );
  expect(items.map(({ code }) => code).toSorted()).toEqual(
    written.flatMap((of) => of.items.map(({ code }) => code)).toSorted(),
  );
  expect(items.length).toBeGreaterThanOrEqual(10);
  expect([...packages.keys()]).toEqual(
    expect.arrayContaining(['bench-four-departments', 'elderly-parent-care', 'open-small-shop']),
  );
  const alone = items.filter((item) => item.alone).map(({ code }) => code);
  const inFiles = readdirSync(PACKAGES).map((name) => name.split('.')[0]);
  expect(packages.size).toBe(new Set([...inFiles, ...alone]).size);
  expect(find('bench-four-departments')?.hidden).toBe(true);
  expect(find('nowhere')).toBeUndefined();
  expect(find('open-small-shop', 99)).toBeUndefined();
});
