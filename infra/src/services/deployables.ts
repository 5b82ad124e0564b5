import { existsSync, readdirSync } from 'node:fs';
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
