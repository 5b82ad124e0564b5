import { loadCatalogue } from './catalogue';

// Says what is wrong with the catalogue before a service that runs is stopped for it: run by scripts/start.
try {
  loadCatalogue();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
