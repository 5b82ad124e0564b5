import { parseArgs } from 'node:util';
import { Problem } from './problem';
import type { ReportPart } from './report/folder';

export interface Options {
  /** What is measured. */
  readonly part: ReportPart;
  /** Finished applications in the databases, rising, for the part that measures growth. */
  readonly finished: readonly number[];
  /** Folder of a former release, built, for the part that compares with it. */
  readonly previous: string;
  readonly json: boolean;
  readonly help: boolean;
  /** Length of each measured block. */
  readonly seconds: number;
  /** Warm-up of each started subject. */
  readonly warmSeconds: number;
  /** Pairs of system and baseline. */
  readonly rounds: number;
  /** Open-loop blocks to search the highest rate within the limit, after the one at 70 %. */
  readonly steps: number;
  /** Whether the concurrency is tuned first. */
  readonly sweep: boolean;
}

export const usage = `Measures completed four-department applications a second, CPU and waiting time, side by side with the baseline program
(the same writes and records and nothing else) and with batches of one.
  npm run bench -- [--json] [--quick] [--seconds N] [--rounds N]
  npm run bench -- --growth [--finished N,N…]    with so many finished applications in the databases (10000,100000)
  npm run bench -- --telemetry                   with telemetry off, and sent to a collector with 10 % and 100 % of the traces
  npm run bench -- --previous COMMIT             this release and an earlier one in turn, without the baseline
  npm run bench -- --secure                      a plain city and a secure one in turn: TLS, SCRAM, ACLs, a user for each service
  --json       one JSON object on stdout instead of the table (with npm run --silent)
  --quick      about a minute: a smoke run, not to be quoted
  --seconds N  length of each measured block (8)
  --rounds N   pairs of system and baseline, or of two releases, in the order S B B S S B … (2); from 3 on the ratios get
               a 95 % interval
`;

/** @throws Problem naming the wrong argument */
export function readOptions(argv: readonly string[]): Options {
  const { values } = parsed(argv);
  const quick = values.quick ?? false;
  return {
    part: partOf(values),
    finished: (values.finished ?? '10000,100000').split(',').map((text) => wholeNumber('finished', text, 5_000_000)),
    previous: values.previous ?? '',
    json: values.json ?? false,
    help: values.help ?? false,
    seconds: wholeNumber('seconds', values.seconds ?? (quick ? '3' : '8'), 600),
    rounds: wholeNumber('rounds', values.rounds ?? (quick ? '1' : '2'), 50),
    warmSeconds: quick ? 4 : 8,
    steps: quick ? 2 : 4,
    sweep: !quick,
  };
}

function partOf({ growth, telemetry, previous, secure }: Partial<Record<ReportPart, boolean | string>>): ReportPart {
  const chosen = Object.entries({ growth, telemetry, previous, secure }).filter(([, value]) => value !== undefined);
  if (chosen.length > 1)
    throw new Problem('--growth, --telemetry, --previous and --secure are measured one after the other: choose one');
  return (chosen[0]?.[0] ?? 'bench') as ReportPart;
}

function parsed(argv: readonly string[]) {
  const flag = { type: 'boolean' } as const;
  const text = { type: 'string' } as const;
  const words = { seconds: text, rounds: text, finished: text, previous: text };
  try {
    return parseArgs({
      args: [...argv],
      options: { json: flag, quick: flag, help: flag, growth: flag, telemetry: flag, secure: flag, ...words },
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
