import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../folders';
import { declaredFiles } from './declared-files';
import { withAllItUses, workspaces } from './workspaces';

/** Files that a compiler writes for itself and for editors; no process reads them. */
const forCompilers = /\.(d\.ts|map|tsbuildinfo)$/;

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !forCompilers.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Changes whenever one of the files does, or one of those in the folders. */
export function stampOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesUnder).sort()) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex').slice(0, 12);
}

/**
 * Changes whenever a service would start with something else than it did: its own code and the files it declares, the code
 * of the workspaces it uses, or the packages npm put there.
 */
export const serviceStamp = (name: string, root = checkout): string => stampOf(madeFrom(name, root));

/** The same of the process that hosts these services. */
export const hostStamp = (names: readonly string[]): string =>
  stampOf(names.flatMap((name) => madeFrom(name, checkout)));

const madeFrom = (name: string, root: string): readonly string[] => [
  ...withAllItUses(name, workspaces(root)).map(({ folder }) => join(root, folder, 'dist')),
  ...declaredFiles(name, root).reads,
  join(root, 'node_modules', '.package-lock.json'),
];
