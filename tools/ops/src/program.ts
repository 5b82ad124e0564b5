import { userInfo } from 'node:os';
import { environment } from '@lianban/settings';
import { readConfig } from '@lianban/runtime';
import { Command, Option } from 'commander';
import { z } from 'zod';
import { addCatalogue } from './catalogue/commands';
import { deadlines } from './deadlines';
import { dltList, dltReplay, dltSent, dltShow } from './dead-letters';
import { examine, verify } from './examine';
import { addHolidays } from './holidays/commands';
import { checked, decision, factsOf, hours, name, replayed, span } from './inputs';
import { journalVerify } from './journal';
import { parkedDrop, parkedList, parkedReplay, parkedShow } from './parked';
import { Problem } from './problem';
import { projectionsList, projectionsRebuild } from './projections';
import { readsVerify, securityVerify } from './reads';
import { replay } from './replay';
import { addRetention } from './retention/commands';
import { sealRun, sealStatus, sealStop } from './seals';
import { status } from './status';
import { answerTakeOver, takeOver } from './take-over';
import type { Teller } from './teller';

/** All commands, with options validated before anything runs. Throws instead of ending the process. */
export function programOf({ answer, tell }: Teller, isQuiet: boolean): Command {
  const program = new Command('lianban-ops')
    .description(
      'Looks at a running city through Kafka and MongoDB, and mends what hangs. Addresses come from the environment, like a service’s.',
    )
    .option('--json', 'one JSON value on stdout, also when it fails; anywhere on the line')
    .exitOverride()
    // Errors are printed in one place; only help is written here.
    .configureOutput({ outputError: () => undefined, ...(isQuiet ? { writeErr: () => undefined } : {}) });

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
    .description('the same for every application, or those with records in a time span; exit 1 on a difference')
    .option('--from <time>', 'with records since: 2026-03-02T09:00:00Z, or 2h for two hours ago')
    .option('--to <time>', 'and before')
    .action((options: unknown) => {
      const when = checked(span, options, 'verify');
      return answer((city) => verify(city, when));
    });

  program
    .command('reads')
    .description('the book of who read what about whom')
    .command('verify')
    .description('whether every read is as it was sealed; exit 1 when one was changed, removed or inserted')
    .action(() => answer(readsVerify));

  program
    .command('security')
    .description('the security log: sign-ins, refusals, acts with powers beyond a case')
    .command('verify')
    .description('whether every event is as it was sealed; exit 1 when one was changed, removed or inserted')
    .action(() => answer(securityVerify));

  program
    .command('journal')
    .description('the book of money')
    .command('verify')
    .description('whether every entry is as it was booked and the accounts add up; exit 1 when not')
    .option('--service <name>', 'whose journal', 'payments')
    .action(({ service }: { service: string }) => answer((city) => journalVerify(city, service)));

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
      const within = checked(hours, options.within, '--within');
      return answer((city) => deadlines(city, within));
    });

  const reasoned = (command: Command) =>
    command
      .option('--apply', 'do it; without it, a dry run')
      .option('--reason <text>', 'why; recorded, required with --apply')
      .option('--operator <id>', 'who; recorded', userInfo().username);
  const why = (options: { apply?: true }) => (options.apply ? checked(decision, options, '') : undefined);

  const projections = program.command('projections').description('read models, made from the records of topics');
  projections
    .command('list', { isDefault: true })
    .description('lag, documents with records left out, generation; exit 1 when a document has records left out')
    .action(() => answer(projectionsList));
  projections
    .command('rebuild <service> <projection>')
    .description(
      'has the service build it anew from the beginning; the old one is read until the new one has caught up',
    )
    .requiredOption('--reason <text>', 'why; recorded')
    .option('--operator <id>', 'who; recorded', userInfo().username)
    .action((service: string, projection: string, options: unknown) => {
      const because = checked(decision, options, '');
      return answer((city) => projectionsRebuild(city, service, checked(name, projection, 'projection'), because));
    });

  addCatalogue(program, answer);
  addHolidays(program, { answer, tell });
  addRetention(program, answer);

  const seal = program.command('seal').description('personal data at rest: what is sealed, under which key');
  seal
    .command('status', { isDefault: true })
    .description(
      'by collection: the current key, how many documents are under it and under older keys, how far a run is',
    )
    .action(() => answer(sealStatus));
  const sealActs = {
    run: {
      act: sealRun,
      about: 'has the services seal what is in the clear or under an older key; goes on where it stopped',
    },
    stop: { act: sealStop, about: 'has them stop; run goes on' },
  };
  for (const [verb, { act, about }] of Object.entries(sealActs))
    seal
      .command(`${verb} [service]`)
      .description(about)
      .requiredOption('--reason <text>', 'why; recorded')
      .option('--operator <id>', 'who; recorded', userInfo().username)
      .action((service: string | undefined, options: unknown) => {
        const because = checked(decision, options, '');
        return answer((city) => act(city, service, because));
      });

  const dlt = program.command('dlt').description('copies of records that a service could not apply');
  dlt
    .command('list')
    .description('how many, by service, topic and reason')
    .action(() => answer(dltList));
  dlt
    .command('show <service> [key]')
    .description('each by its headers')
    .action((service: string, key?: string) => answer((city) => dltShow(city, service, key)));
  dlt
    .command('sent <service> [key]')
    .description('what this service wrote and others could not take, each by its headers')
    .action((service: string, key?: string) => answer((city) => dltSent(city, service, key)));
  reasoned(dlt.command('replay <service> <key>'))
    .description(
      'sends the records of one key to their topic again; consumers that have applied them ignore the copies',
    )
    .action((service: string, key: string, options: { apply?: true }) =>
      answer((city) => dltReplay(city, service, checked(name, key, 'key'), why(options))),
    );

  reasoned(program.command('replay'))
    .description('sends the records again that a service has read and not applied; changes no group’s offsets')
    .requiredOption('--group <service>', 'whose consumer')
    .option('--key <number>', 'of one application')
    .option('--from <time>', 'of those with records since: 2026-03-02T09:00:00Z, or 2h')
    .action((options: { group: string; apply?: true }) => {
      const what = checked(replayed, options, 'replay');
      return answer((city) => replay(city, options.group, what, why(options)));
    });

  program
    .command('take-over <number> <step>')
    .description('asks another operator to approve a decision in place of the department of a step that needs one')
    .requiredOption('--outcome <outcome>', 'granted or refused')
    .requiredOption('--reason <text>', 'why; recorded and shown to the resident')
    .option('--operator <id>', 'who; recorded', userInfo().username)
    .option('--fact <name=value...>', 'a fact that later steps need, as the catalogue lists it: level=2')
    .action(async (number: string, step: string, options: { fact?: string[] }) => {
      const taken = checked(decision.extend({ outcome: z.enum(['granted', 'refused']) }), options, '');
      const facts = checked(factsOf, options.fact ?? [], '--fact');
      const about = { number: checked(name, number, 'number'), step: checked(name, step, 'step'), facts };
      const config = readConfig(environment);
      tell(await takeOver(config.grpc, { ...about, ...taken }));
    });

  program
    .command('take-over-answer <number> <step>')
    .description('approves or declines the take-over another operator asked for; whoever asked can only decline')
    .addOption(new Option('--approve', 'the step is answered as asked').conflicts('decline'))
    .addOption(new Option('--decline', 'the step waits as before'))
    .option('--operator <id>', 'who; recorded', userInfo().username)
    .action(async (number: string, step: string, options: { approve?: true; decline?: true; operator: string }) => {
      const { approve = false, decline = false } = options;
      const operator = checked(name, options.operator, '--operator');
      if (approve === decline) throw new Problem('bad-usage', 'say --approve or --decline');
      const about = { number: checked(name, number, 'number'), step: checked(name, step, 'step'), operator, approve };
      tell(await answerTakeOver(readConfig(environment).grpc, about));
    });
  return program;
}
