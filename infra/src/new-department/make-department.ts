import { lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { workspaces } from '../services/workspaces';
import { copiedFiles } from './copied';
import { checkName } from './name';
import { withChartService, withDatabaseSecret, withDatabaseUser, withTopic, withWorkspace } from './registered';
import { starterFiles } from './starter';

/** Files that are written anew for every department, so that nobody has to: lists of all there are. */
const listed: readonly (readonly [file: string, add: (text: string, name: string) => string])[] = [
  ['infra/topics.yaml', withTopic],
  ['charts/resident-services/values.yaml', withChartService],
  ['charts/examples/site/mongodb.yaml', withDatabaseUser],
  ['charts/examples/site/mongodb-values.yaml', withDatabaseSecret],
  ['package-lock.json', withWorkspace],
];

/**
 * Makes services/departments/`name` after the pattern and puts it wherever a department is listed. Everything is worked out before
 * the first file is written.
 * @returns the files written, new ones first, relative to `checkout`
 * @throws Problem when the name cannot be, or is there already; nothing is written then
 */
export function makeDepartment(checkout: string, name: string): { made: string[]; changed: string[] } {
  checkName(name, [...workspaces(checkout).keys()]);
  const folder = join('services', 'departments');
  const text = (file: string) => readFileSync(join(checkout, file), 'utf8');
  const made = new Map([
    ...[...copiedFiles(join(checkout, folder), name)].map(([path, copy]) => [join(folder, name, path), copy] as const),
    ...starterFiles(name),
  ]);
  const changed = new Map(listed.map(([file, add]) => [file, add(text(file), name)] as const));
  for (const [file, content] of [...made, ...changed]) {
    mkdirSync(dirname(join(checkout, file)), { recursive: true });
    writeFileSync(join(checkout, file), content);
  }
  linkWorkspace(checkout, name);
  return { made: [...made.keys()], changed: [...changed.keys()] };
}

/** What npm does with a workspace when it installs. */
function linkWorkspace(checkout: string, name: string): void {
  const link = join(checkout, 'node_modules', '@lianban', name);
  mkdirSync(dirname(link), { recursive: true });
  if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(join('..', '..', 'services', 'departments', name), link);
}
