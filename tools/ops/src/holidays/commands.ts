import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { checked, decision } from '../inputs';
import type { Teller } from '../teller';
import { givenTable, holidaysCheck } from './check';
import { holidaysList } from './list';
import { holidaysTake } from './take';

/** The commands by which a city takes the holiday table of another year while it runs. */
export function addHolidays(program: Command, { answer, tell }: Teller): void {
  const holidays = program
    .command('holidays')
    .description('holiday tables of further years, by the State Council’s notice');
  holidays
    .command('list', { isDefault: true })
    .description('which years were taken, and by which each process counts; exit 1 when one does not count by all')
    .action(() => answer(holidaysList));
  holidays
    .command('check <file>')
    .description(
      'says what is wrong in the table of a year, by line, or day by day what it says; exit 1 when something is',
    )
    .action(async (path: string) => tell(await holidaysCheck(givenTable(path))));
  holidays
    .command('take <file>')
    .description('checks it, has every process count by it, without a restart; provisional dates are then set right')
    .requiredOption('--reason <text>', 'why; recorded')
    .option('--operator <id>', 'who; recorded', userInfo().username)
    .action((path: string, options: unknown) => {
      const why = checked(decision, options, '');
      return answer((city) => holidaysTake(city, givenTable(path), why));
    });
}
