import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../folders';
import { Problem } from '../problem';
import { cityServices } from '../services/city-services';
import { chartServices } from './chart-services';
import { cityRoutes } from './city-routes';
import { databaseSecrets, databaseUsers } from './database-users';

/**
 * Files with a part that is generated: a chart and an example are read where no manifest is, and of a list of imports the
 * compiler sees what it means.
 */
const generated: readonly (readonly [file: string, part: (root: string) => string])[] = [
  ['charts/resident-services/values.yaml', chartServices],
  ['charts/examples/site/mongodb.yaml', (root) => databaseUsers(cityServices(root))],
  ['charts/examples/site/mongodb-values.yaml', (root) => databaseSecrets(cityServices(root))],
  ...['services/gateway/src/city-services', 'services/web/src/city-services'].map(
    (folder) => [`${folder}/index.ts`, cityRoutes(folder)] as const,
  ),
];

const part = /^( *(?:#|\/\/) generated: scripts\/manifests\n)[^]*?(^ *(?:#|\/\/) end of what is generated\n)/m;

/** Files that say anything else than what they are made from, with what they are to say. @throws Problem when a mark is missing */
export function outdated(root = checkout): { readonly file: string; readonly text: string }[] {
  return generated.flatMap(([file, made]) => {
    const before = readFileSync(join(root, file), 'utf8');
    if (!part.test(before))
      throw new Problem(`${file} has no comments "generated: scripts/manifests" and "end of what is generated"`);
    const text = before.replace(part, (_, begin: string, end: string) => begin + made(root) + end);
    return text === before ? [] : [{ file, text }];
  });
}

/** Writes them anew. @returns the files that changed, from the checkout's root */
export function writeGenerated(root = checkout): string[] {
  const changed = outdated(root);
  for (const { file, text } of changed) writeFileSync(join(root, file), text);
  return changed.map(({ file }) => file);
}
