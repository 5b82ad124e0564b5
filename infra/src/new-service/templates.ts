import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { identifierOf, packageOf, titleOf, typeNameOf } from '../scaffold/name';

/** The service the templates are written for. */
const example = 'noise-reports';
const suffix = '.txt';

/** The templates of infra/new-service under the new name. By path, from the checkout's root. */
export function filesFor(checkout: string, name: string, port: number): ReadonlyMap<string, string> {
  const folder = join(checkout, 'infra', 'new-service');
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths.map((path) => [
      named(relative(folder, path).slice(0, -suffix.length), name),
      named(readFileSync(path, 'utf8'), name).replace(/^port: 0$/m, `port: ${port}`),
    ]),
  );
}

const named = (text: string, name: string): string =>
  [String, identifierOf, typeNameOf, packageOf, titleOf].reduce(
    (renamed, form) => renamed.replaceAll(form(example), form(name)),
    text,
  );
