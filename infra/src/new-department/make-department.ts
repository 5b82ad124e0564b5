import { lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { freePort } from '@lianban/manifest';
import { writeGenerated } from '../manifests/generated-files';
import { cityServices } from '../services/city-services';
import { workspaces } from '../services/workspaces';
import { copiedFiles } from './copied';
import { checkName } from './name';
import { withWorkspace } from './lock-file';
import { starterFiles } from './starter';

const lockFile = 'package-lock.json';

/**
 * Makes services/departments/`name` after the pattern; what lists all services is generated anew from their manifests.
 * @returns the files written, new ones first, relative to `checkout`
 * @throws Problem when the name cannot be, or is there already; nothing is written then
 */
export function makeDepartment(checkout: string, name: string): { made: string[]; changed: string[] } {
  checkName(name, [...workspaces(checkout).keys()]);
  const folder = join('services', 'departments');
  const files = new Map([
    ...[...copiedFiles(join(checkout, folder), name)].map(([path, copy]) => [join(folder, name, path), copy] as const),
    ...starterFiles(name, freePort(cityServices(checkout))),
    [lockFile, withWorkspace(readFileSync(join(checkout, lockFile), 'utf8'), name)],
  ]);
  for (const [file, content] of files) {
    mkdirSync(dirname(join(checkout, file)), { recursive: true });
    writeFileSync(join(checkout, file), content);
  }
  linkWorkspace(checkout, name);
  const made = [...files.keys()].filter((file) => file !== lockFile);
  return { made, changed: [lockFile, ...writeGenerated(checkout)] };
}

/** What npm does with a workspace when it installs. */
function linkWorkspace(checkout: string, name: string): void {
  const link = join(checkout, 'node_modules', '@lianban', name);
  mkdirSync(dirname(link), { recursive: true });
  if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(join('..', '..', 'services', 'departments', name), link);
}
