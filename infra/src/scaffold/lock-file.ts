import { basename } from 'node:path';

interface Lock {
  readonly packages: Readonly<Record<string, unknown>>;
}

/** package-lock.json as npm would write it with one workspace more, so that nothing need be fetched. */
export function withWorkspace(lock: string, folder: string, packageJson: string): string {
  const parsed = JSON.parse(lock) as Lock;
  const { name, version, license, dependencies, devDependencies } = JSON.parse(packageJson) as Record<string, unknown>;
  const packages = {
    ...parsed.packages,
    [`node_modules/@lianban/${basename(folder)}`]: { resolved: folder, link: true },
    [folder]: { name, version, license, dependencies, devDependencies },
  };
  const sorted = Object.entries(packages).sort(([one], [other]) => one.localeCompare(other, 'en'));
  return `${JSON.stringify({ ...parsed, packages: Object.fromEntries(sorted) }, undefined, 2)}\n`;
}
