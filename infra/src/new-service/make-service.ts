import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@lianban/manifest';
import { Problem } from '../problem';
import { checkName, packageOf } from '../scaffold/name';
import { type Written, writeService } from '../scaffold/write-service';
import { cityServices } from '../services/city-services';
import { workspaces } from '../services/workspaces';
import { filesFor } from './templates';

/** Words that stand for many services in a manifest, and the prefix of settings of all that share a process. */
const words = ['city', 'departments', 'host'];

/**
 * Makes services/`name`, a city service that counts what departments decide, with its contract, its route and its page.
 * @throws Problem when the name cannot be, or is there already; nothing is written then
 */
export function makeService(checkout: string, name: string): Written {
  const imports = ['loadDepartments', 'decidedCases', 'topics', 'cases', 'app'];
  checkName(name, [...workspaces(checkout).keys(), ...words], { what: 'a city service', imports });
  const contract = join('protos', packageOf(name));
  if (existsSync(join(checkout, contract))) throw new Problem(`${contract} is there already: choose another name`);
  return writeService(checkout, join('services', name), filesFor(checkout, name, freePort(cityServices(checkout))));
}
