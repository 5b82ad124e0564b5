import type { CityInspector } from '../inspect/city';
import { type CommandResult, table } from '../output';
import { runningCatalogue } from './check';
import { saveFiles } from './files';

/** Which version each process runs; bad when one does not run the newest. */
export async function catalogueList(city: CityInspector): Promise<CommandResult> {
  const { _id: newest, at, operator, reason } = await runningCatalogue(city);
  const rows = [];
  for (const { name: service, store } of city.services)
    for (const { _id: process, version, refused } of await store.catalogue.uses())
      rows.push({ service, process, version, refused: refused?.reason ?? '' });
  const by = operator === '' ? reason : `taken by ${operator}: ${reason}`;
  return {
    data: { newest, processes: rows },
    lines: [`version ${newest}, ${at.toISOString()}, ${by}`, ...table(rows)],
    isBad: rows.some(({ version }) => version !== newest),
  };
}

/** Writes the files of the catalogue that the city runs into a folder. */
export async function catalogueSave(city: CityInspector, folder: string): Promise<CommandResult> {
  const { _id: version, files } = await runningCatalogue(city);
  saveFiles(folder, files);
  return {
    data: { version, files: files.map(({ label }) => label) },
    lines: [`${files.length} files of version ${version} are in ${folder}`],
  };
}
