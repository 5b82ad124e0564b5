import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { checkout } from '../folders';
import { Problem } from '../problem';
import { folderOf } from './deployables';

const shape = z.object({
  lianban: z
    .strictObject({
      /** Files and folders read while it runs, beside its code: patterns, from its own folder. Its image holds them. */
      reads: z.array(z.string()).default([]),
      /** A built program that reads them as the service would, and says on stderr what is wrong. */
      check: z.string().optional(),
    })
    .default({ reads: [] }),
});

/**
 * What a service's package.json declares of the files it reads when it starts, as full paths.
 * @throws Problem when a pattern names nothing: an edit of the real one would not be noticed.
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
