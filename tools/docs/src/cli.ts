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
    console.log(`written: ${document}`);
  } catch (error) {
    console.error(`${document}: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}
