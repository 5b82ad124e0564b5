import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../folders';
import { Problem } from '../problem';

const services = join(checkout, 'services');

/** Names of the services that can be started: a folder is one exactly when it has src/main.ts. Sorted. */
export function deployables(): string[] {
  return readdirSync(services)
    .filter((name) => existsSync(join(services, name, 'src', 'main.ts')))
    .sort();
}

/** The built entry point of a service in a checkout. @throws Problem when it has not been built. */
export function entryPoint(name: string, root = checkout): string {
  const file = join(root, 'services', name, 'dist', 'main.js');
  if (!existsSync(file)) throw new Problem(`services/${name} has src/main.ts but is not built: npm run build`);
  return file;
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(js|yaml|css|svg)$/.test(name))
    .map((name) => join(folder, name));
}

/** Changes whenever what a service runs was made anew: its own code and files, the platform's, or the contracts'. */
export function buildStamp(name: string): string {
  const own = ['dist', 'assets'].map((folder) => join(services, name, folder));
  const folders = [...own, join(services, 'platform', 'dist'), join(checkout, 'protos', 'dist')];
  const hash = createHash('sha256');
  for (const file of folders.flatMap(filesUnder).sort()) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex').slice(0, 12);
}
