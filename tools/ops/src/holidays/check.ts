import { readFileSync } from 'node:fs';
import { readHolidays } from '@lianban/casework';
import { type Problem as Mistake, describeProblems } from '@lianban/catalogue';
import type { CommandResult } from '../output';
import { Problem } from '../problem';

/** The file of a year's table, as an operator wrote it. */
export interface GivenTable {
  readonly text: string;
  readonly read: ReturnType<typeof readHolidays>;
}

/** @throws Problem when there is no such file */
export function givenTable(path: string): GivenTable {
  try {
    const text = readFileSync(path, 'utf8');
    return { text, read: readHolidays(path, text) };
  } catch (error) {
    throw new Problem('cannot-read', error instanceof Error ? error.message : String(error));
  }
}

type HolidayTable = Extract<GivenTable['read'], { readonly year: number }>;

export const isTable = (read: GivenTable['read']): read is HolidayTable => 'year' in read;

/** Says what is wrong with a year's table, or what it says; changes nothing. */
export async function holidaysCheck({ read }: GivenTable): Promise<CommandResult> {
  if (!isTable(read)) return Promise.resolve(wrong(read));
  const { year, notice, holidays, workdays } = read;
  return Promise.resolve({
    data: { problems: [], year, notice, holidays, workdays },
    lines: [
      `nothing is wrong: ${year}, by ${notice.number} of ${notice.date}`,
      `${holidays.length} days off: ${holidays.join(' ')}`,
      `${workdays.length} weekend days worked: ${workdays.join(' ')}`,
    ],
  });
}

export const wrong = (problems: readonly Mistake[]): CommandResult => ({
  data: { problems },
  lines: [describeProblems(problems)],
  isBad: true,
});
