import { Problem } from '../problem';
import { pattern } from './copied';

interface Lock {
  readonly packages: Readonly<Record<string, unknown>>;
}

/** package-lock.json as npm would write it with one workspace more, so that nothing need be fetched. */
export function withWorkspace(lock: string, name: string): string {
  const parsed = JSON.parse(lock) as Lock;
  const workspace = parsed.packages[`services/departments/${pattern}`];
  if (!workspace)
    throw new Problem(`package-lock.json does not know services/departments/${pattern}: npm install writes it anew`);
  const packages = {
    ...parsed.packages,
    [`node_modules/@lianban/${name}`]: { resolved: `services/departments/${name}`, link: true },
    [`services/departments/${name}`]: { ...workspace, name: `@lianban/${name}` },
  };
  const sorted = Object.entries(packages).sort(([one], [other]) => one.localeCompare(other, 'en'));
  return `${JSON.stringify({ ...parsed, packages: Object.fromEntries(sorted) }, undefined, 2)}\n`;
}
