import { readFileSync, statSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { canonicalTexts, catalogueTexts, nameOf } from '@lianban/applications';
import type { CatalogueText } from '@lianban/catalogue';
import { Problem } from '../problem';

/** What an operator gives: a whole catalogue, or files that replace those of the same department or version of a package. */
export interface GivenFiles {
  readonly isWhole: boolean;
  readonly texts: readonly CatalogueText[];
}

/** @throws Problem when there is no such file */
export function givenFiles(paths: readonly string[]): GivenFiles {
  try {
    const [first = ''] = paths;
    if (paths.length === 1 && statSync(first).isDirectory()) return { isWhole: true, texts: inFolder(first) };
    return { isWhole: false, texts: paths.map(textOf) };
  } catch (error) {
    throw new Problem('cannot-read', error instanceof Error ? error.message : String(error));
  }
}

const inFolder = (folder: string): readonly CatalogueText[] =>
  catalogueTexts(folder).map((each) => ({ ...each, label: join(folder, each.label) }));

/** What cannot be told by its contents is told by its place, so that its mistakes can be. */
function textOf(path: string): CatalogueText {
  const text = readFileSync(path, 'utf8');
  const byPlace = /(^|\/)packages\/|\.v\d+\.yaml$/.test(path) ? 'package' : 'department';
  return { kind: nameOf(text)?.kind ?? byPlace, label: path, text };
}

/** The catalogue that there would be, with the given files under the names by which the operator knows them. */
export function withGiven(former: readonly CatalogueText[], { isWhole, texts }: GivenFiles): readonly CatalogueText[] {
  if (isWhole) return texts;
  const replaced = new Set(canonicalTexts(texts).map(({ label }) => label));
  return [...former.filter(({ label }) => !replaced.has(label)), ...texts];
}

/** Writes the files into a folder, to be edited and taken. @throws Problem when one of them is there already */
export function saveFiles(folder: string, texts: readonly CatalogueText[]): void {
  for (const { label, text } of texts) {
    const path = join(folder, label);
    mkdirSync(dirname(path), { recursive: true });
    try {
      writeFileSync(path, text, { flag: 'wx' });
    } catch (error) {
      throw new Problem('cannot-write', error instanceof Error ? error.message : String(error));
    }
  }
}
