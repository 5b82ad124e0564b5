import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** This file is three levels below it both as source and as built. */
export const checkout = resolve(__dirname, '..', '..', '..');

const isOurs = (name: string): boolean => !/^(\..*|node_modules|dist|gen)$/.test(name);

/** Every Markdown file of the checkout, by its path from there. Packages, what is built and hidden folders hold none of ours. */
export function documentsIn(folder = ''): string[] {
  return readdirSync(join(checkout, folder), { withFileTypes: true })
    .filter(({ name }) => isOurs(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return documentsIn(path);
      return entry.name.endsWith('.md') ? [path] : [];
    });
}
