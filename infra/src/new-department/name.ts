import { Script } from 'node:vm';
import { Problem } from '../problem';

/** home-care → homeCare: what the service is called in its own code. */
export const identifierOf = (name: string): string =>
  name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** home-care → Home care: the title it begins with. */
export const titleOf = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`.replaceAll('-', ' ');

/**
 * Sees to it that `name` can be a folder, a topic, a database and an identifier.
 * @param taken names of the workspaces there are already
 * @throws Problem saying why it cannot
 */
export function checkName(name: string, taken: readonly string[]): void {
  if (!/^[a-z]+(-[a-z]+)*$/.test(name) || name.length > 40)
    throw new Problem(`"${name}" cannot be a department: use lower-case words joined by "-", 40 letters at most`);
  if (taken.includes(name)) throw new Problem(`${name} is there already: choose another name`);
  if (!isFree(identifierOf(name)))
    throw new Problem(`"${name}" means something else in TypeScript: choose another name, or one of two words`);
}

/** Whether a program may name something so, beside what the new service.ts imports. */
function isFree(identifier: string): boolean {
  try {
    new Script(`'use strict'; let department, items, ${identifier};`);
    return true;
  } catch {
    return false;
  }
}
