import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../folders';

/** An npm workspace of the checkout. */
export interface Workspace {
  /** The name of its folder, and of its package after "@lianban/". */
  readonly name: string;
  /** From the checkout's root: "services/departments/permits". */
  readonly folder: string;
  /** Names of the workspaces its code imports, as its package.json declares them. */
  readonly uses: readonly string[];
}

interface Manifest {
  readonly workspaces?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
}
const manifestIn = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** All workspaces that match the patterns of the root's package.json, by name. */
export function workspaces(root = checkout): ReadonlyMap<string, Workspace> {
  const folders = (manifestIn(root).workspaces ?? []).flatMap((pattern) => {
    const parent = pattern.replace(/\/\*$/, '');
    if (parent === pattern) return [pattern];
    return existsSync(join(root, parent)) ? readdirSync(join(root, parent)).map((name) => `${parent}/${name}`) : [];
  });
  const found = folders.filter((folder) => existsSync(join(root, folder, 'package.json')));
  return new Map(found.map((folder) => [nameOf(folder), { name: nameOf(folder), folder, uses: usesOf(root, folder) }]));
}

/** The workspace and all it depends on, directly or indirectly. */
export function withAllItUses(name: string, all: ReadonlyMap<string, Workspace>): readonly Workspace[] {
  const found = new Map<string, Workspace>();
  const add = (each: string): void => {
    const workspace = all.get(each);
    if (!workspace || found.has(each)) return;
    found.set(each, workspace);
    workspace.uses.forEach(add);
  };
  add(name);
  return [...found.values()];
}

const nameOf = (folder: string): string => folder.split('/').at(-1)!;

const usesOf = (root: string, folder: string): readonly string[] =>
  Object.keys(manifestIn(join(root, folder)).dependencies ?? {})
    .filter((dependency) => dependency.startsWith('@lianban/'))
    .map((dependency) => dependency.slice('@lianban/'.length));
