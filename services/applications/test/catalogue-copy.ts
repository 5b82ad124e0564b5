import { cpSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { departmentFiles, outside } from '@lianban/catalogue';

export const PACKAGES = resolve(__dirname, '..', 'catalogue', 'packages');

/** Every file of the catalogue by its name in a folder of its own: permits.yaml, packages/open-small-shop.v1.yaml. */
const pathOf = (file: string): string => {
  if (file.startsWith('packages/')) return join(PACKAGES, basename(file));
  const found = files().find(({ path }) => nameOf(path) === file);
  if (!found) throw new Error(`no department has the file ${file}`);
  return found.path;
};

const files = () => [...departmentFiles(), ...outside.files()];

const nameOf = (path: string): string =>
  basename(path) === 'catalogue.yaml' ? `${basename(dirname(path))}.yaml` : basename(path);

export const catalogueText = (file: string): string => readFileSync(pathOf(file), 'utf8');

/** Its steps are performed by a city service, whose file is not copied: tests write one of their own. */
const isOfCityServices = (path: string): boolean =>
  path.endsWith('.yaml') && readFileSync(path, 'utf8').includes('kind: payment');

/** Puts the catalogue as it is into one folder, for CATALOGUE_FOLDER. */
export function copyCatalogue(folder: string): void {
  cpSync(PACKAGES, join(folder, 'packages'), { recursive: true, filter: (path) => !isOfCityServices(path) });
  for (const { path } of files()) cpSync(path, join(folder, nameOf(path)));
}
