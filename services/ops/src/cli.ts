import { userInfo } from 'node:os';
import { Command } from 'commander';
import { type CitySurvey, ConfigError, createLog, environment, readConfig, surveyCity } from '@lianban/platform';
import { z } from 'zod';
import { deadlines } from './deadlines';
import { dltList, dltReplay, dltShow } from './dead-letters';
import { examine, verify } from './examine';
import { type Answer, print } from './output';
import { parkedDrop, parkedList, parkedReplay, parkedShow } from './parked';
import { Problem } from './problem';
import { replay } from './replay';
import { status } from './status';
import { takeOver } from './take-over';

const name = z.string().regex(/^[\w-]{1,100}$/, 'may hold letters, digits, "_" and "-" only');
const decision = z.object({
  reason: z.string().trim().min(3, 'says why in some words').max(500),
  operator: name,
});

const replayed = z
  .object({ key: name.optional(), from: z.iso.datetime({ offset: true }).optional() })
  .refine(({ key, from }) => key !== undefined || from !== undefined, 'needs --key or --from');

/** ["level=2", "kind=course"] as { level: 2, kind: "course" }: JSON where it is, a text where it is not. */
const factsOf = z.array(z.string().regex(/^[a-z]\w*=./i, 'is written name=value')).transform((said) =>
  Object.fromEntries(
    said.map((each) => {
      const [name = '', ...value] = each.split('=');
      return [name, asJson(value.join('='))];
    }),
  ),
);

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

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
      const because = checked(decision, options, '');
      return answer((city) => act(city, service, checked(name, key, 'key'), because));
    });

program
  .command('deadlines')
  .description('documents whose deadline has passed or is near; exit 1 when one has passed')
  .option('--within <hours>', 'how far to look ahead', '24')
  .action((options: { within: string }) => {
    const hours = checked(z.coerce.number().min(0).max(100_000), options.within, '--within');
    return answer((city) => deadlines(city, hours));
  });

const reasoned = (command: Command) =>
  command
    .option('--apply', 'does it; without it, only says what would be done')
    .option('--reason <text>', 'why; recorded, required with --apply')
    .option('--operator <id>', 'who; recorded', userInfo().username);
const why = (options: { apply?: true }) => (options.apply ? checked(decision, options, '') : undefined);

const dlt = program.command('dlt').description('copies of records that a service could not apply');
dlt
  .command('list')
  .description('how many, by service, topic and reason')
  .action(() => answer(dltList));
dlt
  .command('show <service> [key]')
  .description('each by its headers')
  .action((service: string, key?: string) => answer((city) => dltShow(city, service, key)));
reasoned(dlt.command('replay <service> <key>'))
  .description('puts the records of one key back on their topic; who applied them already knows them')
  .action((service: string, key: string, options: { apply?: true }) =>
    answer((city) => dltReplay(city, service, checked(name, key, 'key'), why(options))),
  );

reasoned(program.command('replay'))
  .description('sends again what a service was told and has not applied; no group’s offset is moved')
  .requiredOption('--group <service>', 'whose consumer')
  .option('--key <number>', 'of one application')
  .option('--from <time>', 'of those spoken of since, such as 2026-03-02T09:00:00Z')
  .action((options: { group: string; key?: string; from?: string; apply?: true }) => {
    const what = checked(replayed, options, 'replay');
    return answer((city) => replay(city, options.group, what, why(options)));
  });

program
  .command('take-over <number> <step>')
  .description('answers a step that needs an operator in its department’s stead')
  .requiredOption('--outcome <outcome>', 'granted or refused')
  .requiredOption('--reason <text>', 'why; recorded and shown to the resident')
  .option('--operator <id>', 'who; recorded', userInfo().username)
  .option('--fact <name=value...>', 'what later steps need to know, as the catalogue lists it: level=2')
  .action(async (number: string, step: string, options: { fact?: string[] }) => {
    const taken = checked(decision.extend({ outcome: z.enum(['granted', 'refused']) }), options, '');
    const facts = checked(factsOf, options.fact ?? [], '--fact');
    const about = { number: checked(name, number, 'number'), step: checked(name, step, 'step'), facts };
    const config = readConfig(environment);
    print(await takeOver(config.grpc, { ...about, ...taken }), program.opts<{ json?: boolean }>().json ?? false);
  });

program.parseAsync().catch((error: unknown) => {
  const isKnown = error instanceof Problem || error instanceof ConfigError;
  process.stderr.write(`${isKnown ? error.message : `cannot look at the city: ${String(error)}`}\n`);
  process.exitCode = 2;
});
