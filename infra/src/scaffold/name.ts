import { Script } from 'node:vm';
import { Problem } from '../problem';

/** home-care → homeCare: what the service is called in its own code. */
export const identifierOf = (name: string): string =>
  name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** home-care → HomeCare: what types are called after it. */
export const typeNameOf = (name: string): string => identifierOf(`-${name}`);

/** home-care → home_care: its protobuf package. */
export const packageOf = (name: string): string => name.replaceAll('-', '_');

/** home-care → Home care: the title it begins with. */
export const titleOf = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`.replaceAll('-', ' ');

/** What a scaffold makes, and what the service.ts it writes has names for already. */
export interface Kind {
  readonly what: string;
  readonly imports: readonly string[];
}

/**
 * Sees to it that `name` can be a folder, a topic, a database and an identifier.
 * @param taken names of the workspaces there are already
 * @throws Problem saying why it cannot
 */
export function checkName(name: string, taken: readonly string[], { what, imports }: Kind): void {
  if (!/^[a-z]+(-[a-z]+)*$/.test(name) || name.length > 40)
    throw new Problem(`"${name}" cannot be ${what}: use lower-case words joined by "-", 40 letters at most`);
  if (taken.includes(name)) throw new Problem(`${name} is there already: choose another name`);
  if (!isFree(identifierOf(name), imports))
    throw new Problem(`"${name}" means something else in TypeScript: choose another name, or one of two words`);
}

function isFree(identifier: string, imports: readonly string[]): boolean {
  try {
    new Script(`'use strict'; let ${[...imports, identifier].join(', ')};`);
    return true;
  } catch {
    return false;
  }
}
