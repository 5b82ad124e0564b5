import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { departmentFiles, outside } from '@lianban/catalogue';

const packages = join(__dirname, '../../../../services/applications/catalogue/packages');
const everyStep = /^( {2}- id: (?:registration|relief)\n {4}item: .*\n)/gm;

/**
 * A copy of the catalogue in which rules decide only the course and the sign of 失业再就业开小店, and officers of employment,
 * social assistance and permits decide the other steps. @returns its folder
 */
export function officersCatalogue(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lianban-catalogue-'));
  cpSync(packages, join(folder, 'packages'), { recursive: true });
  for (const { path } of departmentFiles()) cpSync(path, join(folder, `${basename(dirname(path))}.yaml`));
  for (const { path } of outside.files()) cpSync(path, join(folder, basename(path)));
  const shop = join(folder, 'packages', 'open-small-shop.v3.yaml');
  const text = readFileSync(shop, 'utf8');
  const changed = text.replace(everyStep, '$1    decidedBy: officer\n');
  if (changed === text) throw new Error('the package has other steps than this test knows');
  writeFileSync(shop, changed);
  return folder;
}
