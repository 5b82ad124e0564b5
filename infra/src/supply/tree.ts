import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Installed, built or of this machine: never committed, as .gitignore says. */
const left: ReadonlySet<string> = new Set(['.git', 'node_modules', 'dist', 'gen', '.local', 'coverage']);

/** The files of a checkout as texts, by their path from `root`. */
export function* textsUnder(root: string, folder = root): Generator<readonly [path: string, text: string]> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (left.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* textsUnder(root, path);
    else if (entry.isFile() && !/\.(log|tsbuildinfo)$/.test(entry.name))
      yield [relative(root, path), readFileSync(path, 'utf8')];
  }
}
