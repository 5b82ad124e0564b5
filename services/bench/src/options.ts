import { parseArgs } from 'node:util';
import { Problem } from './problem';

export interface Options {
  readonly json: boolean;
  readonly help: boolean;
  /** Length of each measured block. */
  readonly seconds: number;
  /** Each time a subject comes up it warms up for so long. */
  readonly warmSeconds: number;
  /** Pairs of system and floor. */
  readonly rounds: number;
  /** Whether the number of applications under way is tuned first. */
  readonly sweep: boolean;
}

export const usage = `Measures completed four-department applications a second, CPU and waiting time, side by side with the floor program
(the same writes and records and nothing else) and with batches of one.
  npm run bench -- [--json] [--quick] [--seconds N] [--rounds N]
  --json       one JSON object on stdout instead of the table (with npm run --silent)
  --quick      about a minute: a smoke run, not to be quoted
  --seconds N  length of each measured block (8)
  --rounds N   pairs of system and floor, in the order S F F S S F … (2); from 3 on the ratios get a 95 % interval
`;

/** @throws Problem naming what is wrong on the command line */
export function readOptions(argv: readonly string[]): Options {
  const { values } = parsed(argv);
  const quick = values.quick ?? false;
  return {
    json: values.json ?? false,
    help: values.help ?? false,
    seconds: wholeNumber('seconds', values.seconds ?? (quick ? '3' : '8'), 600),
    rounds: wholeNumber('rounds', values.rounds ?? (quick ? '1' : '2'), 50),
    warmSeconds: quick ? 4 : 8,
    sweep: !quick,
  };
}

function parsed(argv: readonly string[]) {
  const flag = { type: 'boolean' } as const;
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...argv],
      options: { json: flag, quick: flag, help: flag, seconds: text, rounds: text },
    });
  } catch (error) {
    throw new Problem(`${(error as Error).message}\n${usage}`);
  }
}

function wholeNumber(name: string, given: string, most: number): number {
  const value = Number(given);
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new Problem(`--${name} ${given}: give a whole number from 1 to ${most}`);
  return value;
}
