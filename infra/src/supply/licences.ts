import type { Lock } from './lock';

/** Of what is in an image: may go out together with Apache-2.0, and asks for its notice at most. */
const shipped: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
]);
/** Of tools that build and test, which nobody is given: also what binds only whoever changes them and passes them on. */
const tools: ReadonlySet<string> = new Set([...shipped, 'CC-BY-4.0', 'MPL-2.0', 'Python-2.0', 'Unlicense']);

/** Packages whose package.json says it in the old form, which the lock leaves out; read in their own files. */
const readByHand: Readonly<Record<string, string>> = {
  buildcheck: 'MIT',
  busboy: 'MIT',
  'cpu-features': 'MIT',
  'png-js': 'MIT',
  ssh2: 'MIT',
  streamsearch: 'MIT',
};
export const licenceOf = (name: string, said: string | undefined): string => said ?? readByHand[name] ?? 'none';
/**
 * Shared libraries that a package loads and nobody links into it: anybody can put another copy in their place, which is what the LGPL
 * asks of whoever passes them on (docs/adr/0038).
 */
const loaded = /^@img\/sharp-(libvips-[\w-]+|wasm32|win32-[\w-]+)$/;
const ofLoaded: ReadonlySet<string> = new Set([...shipped, 'LGPL-3.0-or-later']);
/** Not marked as tools in the lock, because a workspace for tests depends on them; no service does. */
const ofTests: ReadonlySet<string> = new Set(['axe-core']);

/** Whether an SPDX expression is met by licences of `allowed`: any of an OR, all of an AND. */
export function isMet(expression: string, allowed: ReadonlySet<string>): boolean {
  const plain = expression.trim().replace(/^\((.*)\)$/, '$1');
  if (/[()]/.test(plain)) return false;
  return plain.split(' OR ').some((choice) => choice.split(' AND ').every((licence) => allowed.has(licence.trim())));
}

/** Packages with a licence that is not allowed for what they are used for, as "name: licence". */
export function licenceFaults({ packages }: Lock): string[] {
  return Object.entries(packages).flatMap(([path, { license, dev, link }]) => {
    const name = path.split('node_modules/').at(-1) ?? '';
    if (!path.includes('node_modules/') || link === true) return [];
    const said = licenceOf(name, license);
    const isTool = dev === true || ofTests.has(name);
    return isMet(said, isTool ? tools : loaded.test(name) ? ofLoaded : shipped) ? [] : [`${name}: ${said}`];
  });
}
