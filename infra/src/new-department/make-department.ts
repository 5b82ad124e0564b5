import { join } from 'node:path';
import { freePort } from '@lianban/manifest';
import { checkName } from '../scaffold/name';
import { type Written, writeService } from '../scaffold/write-service';
import { cityServices } from '../services/city-services';
import { workspaces } from '../services/workspaces';
import { copiedFiles } from './copied';
import { starterFiles } from './starter';

/**
 * Makes services/departments/`name` after the pattern.
 * @throws Problem when the name cannot be, or is there already; nothing is written then
 */
export function makeDepartment(checkout: string, name: string): Written {
  checkName(name, [...workspaces(checkout).keys()], { what: 'a department', imports: ['department', 'items'] });
  const departments = join('services', 'departments');
  const folder = join(departments, name);
  const files = new Map([
    ...[...copiedFiles(join(checkout, departments), name)].map(([path, copy]) => [join(folder, path), copy] as const),
    ...starterFiles(name, freePort(cityServices(checkout))),
  ]);
  return writeService(checkout, folder, files);
}
