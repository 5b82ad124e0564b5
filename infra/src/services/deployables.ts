import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../folders';
import { Problem } from '../problem';
import { workspaces } from './workspaces';

/** Names of the services that can be started: a folder under services/ is one exactly when it has src/main.ts. Sorted. */
export const deployables = (root = checkout): string[] =>
  [...workspaces(root).values()]
    .filter(({ folder }) => folder.startsWith('services/') && existsSync(join(root, folder, 'src', 'main.ts')))
    .map(({ name }) => name)
    .sort();

/** The folder of a service, relative to the checkout. @throws Problem when there is none */
export function folderOf(name: string, root = checkout): string {
  const folder = workspaces(root).get(name)?.folder;
  if (!folder) throw new Problem(`there is no ${name} under services/`);
  return folder;
}

/** The built entry point of a service in a checkout. @throws Problem when it has not been built. */
export function entryPoint(name: string, root = checkout): string {
  const folder = folderOf(name, root);
  const file = join(root, folder, 'dist', 'main.js');
  if (!existsSync(file)) throw new Problem(`${folder} has src/main.ts but is not built: npm run build`);
  return file;
}
