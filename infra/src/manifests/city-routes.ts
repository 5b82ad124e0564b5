import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { identifierOf } from '../scaffold/name';

const ofService = /^([a-z][a-z-]*)\.tsx?$/;

/** What an index of city services passes on: the routes of each file beside it. */
export const cityRoutes =
  (folder: string) =>
  (root: string): string =>
    readdirSync(join(root, folder))
      .flatMap((file) => ofService.exec(file)?.[1] ?? [])
      .filter((name) => name !== 'index')
      .toSorted()
      .map((name) => `export { routes as ${identifierOf(name)} } from './${name}';\n`)
      .join('') || 'export {};\n';
