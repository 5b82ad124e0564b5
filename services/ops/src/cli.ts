import { userInfo } from 'node:os';
import { Command } from 'commander';
import { type CitySurvey, ConfigError, createLog, environment, readConfig, surveyCity } from '@lianban/platform';
import { z } from 'zod';
import { examine, verify } from './examine';
import { type Answer, print } from './output';
import { parkedDrop, parkedList, parkedReplay, parkedShow } from './parked';
import { Problem } from './problem';
import { status } from './status';

const name = z.string().regex(/^[\w-]{1,100}$/, 'may hold letters, digits, "_" and "-" only');
const decision = z.object({
  reason: z.string().trim().min(3, 'says why in some words').max(500),
  operator: name,
});

function checked<T>(shape: z.ZodType<T>, value: unknown, what: string): T {
  const { data, error } = shape.safeParse(value);
  if (!error) return data as T;
  const wrong = error.issues.map(({ path, message }) => `${[what, ...path].filter(Boolean).join(' ')}: ${message}`);
  throw new Problem(wrong.join('\n'));
}

const program = new Command('lianban-ops')
  .description(
    'Looks at a running city through Kafka and MongoDB, and mends what hangs. Addresses come from the environment, like a service’s.',
  )
  .option('--json', 'one JSON value on stdout');

async function answer(ask: (city: CitySurvey) => Promise<Answer>): Promise<void> {
  const city = await surveyCity(readConfig(environment), createLog('lianban-ops', 'silent'));
  try {
    print(await ask(city), program.opts<{ json?: boolean }>().json ?? false);
  } finally {
    await city.close();
  }
}

program
  .command('status')
  .description(
    'lag, outbox, parked keys and late deadlines of every service; exit 1 when a key is parked or a deadline late',
  )
  .action(() => answer(status));

program
  .command('case <number>')
  .description('documents, outbox, topics and consumers of one application; exit 1 when something is missing')
  .action((given: string) => {
    const number = checked(name, given, 'number');
    return answer((city) => examine(city, number));
  });

program
  .command('verify')
  .description('the same for every application; exit 1 on a difference')
  .action(() => answer(verify));

const parked = program.command('parked').description('keys whose records could not be applied');
parked
  .command('list')
  .description('all of them')
  .action(() => answer(parkedList));
parked
  .command('show <service> <key>')
  .description('its records by their headers, and what operators did')
  .action((service: string, key: string) => answer((city) => parkedShow(city, service, checked(name, key, 'key'))));

const acts = {
  replay: { act: parkedReplay, about: 'applies what waits, in order' },
  drop: { act: parkedDrop, about: 'gives the first record up and applies the rest' },
};
for (const [verb, { act, about }] of Object.entries(acts))
  parked
    .command(`${verb} <service> <key>`)
    .description(about)
    .requiredOption('--reason <text>', 'why; recorded')
    .option('--operator <id>', 'who; recorded', userInfo().username)
    .action((service: string, key: string, options: unknown) => {
      const why = checked(decision, options, '');
      return answer((city) => act(city, service, checked(name, key, 'key'), why));
    });

program.parseAsync().catch((error: unknown) => {
  const isKnown = error instanceof Problem || error instanceof ConfigError;
  process.stderr.write(`${isKnown ? error.message : `cannot look at the city: ${String(error)}`}\n`);
  process.exitCode = 2;
});
