import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { checked, decision } from '../inputs';
import type { Teller } from '../teller';
import { catalogueCheck } from './check';
import { givenFiles } from './files';
import { catalogueList, catalogueSave } from './list';
import { catalogueTake } from './take';

const files =
  'files, or a folder with the whole catalogue: a file for each department, and packages/ with one for each version';

/** The commands by which a city's catalogue is changed while it runs. */
export function addCatalogue(program: Command, answer: Teller['answer']): void {
  const catalogue = program.command('catalogue').description('departments, items and packages: what the city runs on');
  catalogue
    .command('list', { isDefault: true })
    .description('which version each process runs; exit 1 when one does not run the newest')
    .action(() => answer(catalogueList));
  catalogue
    .command('save <folder>')
    .description('writes the files of the running version there, to be edited')
    .action((folder: string) => answer((city) => catalogueSave(city, folder)));
  catalogue
    .command('check <paths...>')
    .description(`says what is wrong in ${files}; by file and line, all of it; exit 1 when something is`)
    .action((paths: string[]) => answer((city) => catalogueCheck(city, givenFiles(paths))));
  catalogue
    .command('take <paths...>')
    .description('checks them as check does, and has every process run on them, without a restart')
    .requiredOption('--reason <text>', 'why; recorded')
    .option('--operator <id>', 'who; recorded', userInfo().username)
    .action((paths: string[], options: unknown) => {
      const why = checked(decision, options, '');
      return answer((city) => catalogueTake(city, givenFiles(paths), why));
    });
}
