import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyCatalogue } from './catalogue-copy';

/** The catalogue, with any number of open applications a person: for tests about something else that apply again and again. */
export function manyAtOnce() {
  const folder = mkdtempSync(join(tmpdir(), 'lianban-catalogue-'));
  copyCatalogue(folder);
  const packages = join(folder, 'packages');
  for (const file of readdirSync(packages).map((name) => join(packages, name))) {
    const text = readFileSync(file, 'utf8');
    if (!text.includes('openAtOnce:')) writeFileSync(file, `${text}openAtOnce: many\n`);
  }
  return { settings: { CATALOGUE_FOLDER: folder }, remove: () => rmSync(folder, { recursive: true }) };
}
