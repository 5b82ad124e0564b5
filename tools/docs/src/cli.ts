import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, documentsIn } from './documents';
import { generated } from './generated';
import { rewrite } from './rewrite';

// What scripts/docs does: says which documents it has changed, and which mark it could not follow.
for (const document of documentsIn()) {
  const file = join(checkout, document);
  const before = readFileSync(file, 'utf8');
  try {
    const after = rewrite(before, generated);
    if (after === before) continue;
    writeFileSync(file, after);
    process.stdout.write(`written: ${document}\n`);
  } catch (error) {
    process.stderr.write(`${document}: ${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
