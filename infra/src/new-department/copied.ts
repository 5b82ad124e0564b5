import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { identifierOf } from '../scaffold/name';

/** The department whose folder is the pattern. */
const pattern = 'permits';

/** What is permits' own: its rules, what it imports, what it says beside casework.v1, its tests; and what is built. */
const own =
  /^(dist|node_modules|test|README\.md|catalogue\.yaml|manifest\.yaml|package\.json|tsconfig\.json|src\/(domain|service\.ts|items\.ts|announcements\.ts))(\/|$)|\.test\.ts$|\.tsbuildinfo$/;

/** The files every department has alike, by their path inside the folder, under the new name. */
export function copiedFiles(departments: string, name: string): Map<string, string> {
  const folder = join(departments, pattern);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !own.test(path));
  return new Map(
    paths.map((path) => {
      const said = path.endsWith('.ts') ? identifierOf(name) : name;
      return [path, readFileSync(join(folder, path), 'utf8').replaceAll(new RegExp(`\\b${pattern}\\b`, 'g'), said)];
    }),
  );
}
