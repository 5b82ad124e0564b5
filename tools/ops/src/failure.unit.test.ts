import { Command } from 'commander';
import { Interrupted, failureOf } from './failure';
import { Problem } from './problem';

async function usage(...argv: string[]): Promise<unknown> {
  const program = new Command('ops')
    .exitOverride()
    .configureOutput({ writeErr: () => undefined, writeOut: () => undefined });
  program
    .command('drop')
    .requiredOption('--reason <text>')
    .action(() => undefined);
  return program.parseAsync(argv, { from: 'user' }).catch((error: unknown) => error);
}

test('a problem is shown as it is', () => {
  const known = failureOf(new Problem('not-parked', 'LB1 is not parked'));
  expect(known).toEqual({ slug: 'not-parked', message: 'LB1 is not parked', code: 2 });
});

test('a server that does not answer is named', () => {
  const away = failureOf(new Error('connect ECONNREFUSED'));
  expect(away).toMatchObject({ slug: 'cannot-look', code: 2, message: expect.stringContaining('ECONNREFUSED') });
});

test('an interrupted command exits as shells expect', () => {
  expect(failureOf(new Interrupted())).toMatchObject({ slug: 'interrupted', code: 130 });
});

test('a missing option is wrong usage; a request for help is not', async () => {
  const missing = "required option '--reason <text>' not specified";
  expect(failureOf(await usage('drop'))).toEqual({ slug: 'bad-usage', message: missing, code: 2 });
  expect(failureOf(await usage('drop', '--help'))).toBeUndefined();
});
