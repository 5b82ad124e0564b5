import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { document } from '../http/openapi';
import { routes } from '../routes';

/** Writes the OpenAPI document to a file; the build generates the clients' types from it. */
function writeOpenApi(file: string | undefined): void {
  if (!file) throw new Error('Name the file that the OpenAPI document is to be written to.');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(document(routes), null, 2));
}

if (require.main === module) writeOpenApi(process.argv[2]);
