import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { checkout } from '../folders';
import { Problem } from '../problem';
import { folderOf } from './deployables';

const shape = z.object({
  lianban: z
    .strictObject({
      /** Patterns, relative to its folder, of the files it reads at run time. Its image contains them. */
      reads: z.array(z.string()).default([]),
      /** A built program that reads them as the service does, and prints mistakes to stderr. */
      check: z.string().optional(),
    })
    .default({ reads: [] }),
});

/**
 * The files that a service reads according to its package.json, as full paths.
 * @throws Problem when a pattern matches nothing: an edit of the real file would not be noticed.
 */
export function declaredFiles(name: string, root = checkout): { reads: string[]; check: string | undefined } {
  const own = folderOf(name, root);
  const folder = join(root, own);
  const { reads, check } = shape.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).lianban;
  const found = reads.map((pattern) => ({ pattern, paths: globSync(join(folder, pattern)) }));
  const missing = found.find(({ paths }) => paths.length === 0);
  if (missing) throw new Problem(`${own}/package.json says it reads "${missing.pattern}", which is not there`);
  return { reads: found.flatMap(({ paths }) => paths), check: check && join(folder, check) };
}
