import { userInfo } from 'node:os';
import { ManifestError, retentionTable } from '@lianban/manifest';
import type { Command } from 'commander';
import { z } from 'zod';
import { checked, decision } from '../inputs';
import { Problem } from '../problem';
import type { Teller } from '../teller';
import { hold, holdList, proofOf, release } from './holds';
import { retention } from './run';

const held = z
  .string()
  .regex(/^[\w.-]{1,100}$/, 'is the number of an application or of a mandate, or the id of a resident');
const erased = z
  .string()
  .regex(/^[\w./-]{1,200}$/, 'is the number of an application, NUMBER/STEP, or the number of a mandate');

function tableIn(file: string | undefined) {
  try {
    return retentionTable(file);
  } catch (error) {
    if (error instanceof ManifestError) throw new Problem('bad-table', error.message);
    throw new Problem('cannot-read', `${file ?? 'the table'} cannot be read`);
  }
}

/** Erasing what is past its retention, and what stands in its way. */
export function addRetention(program: Command, answer: Teller['answer']): void {
  const group = program.command('retention').description('personal data past its retention');
  group
    .command('run', { isDefault: true })
    .description('counts what is due by service, collection, item and law; with --apply erases it and writes the proof')
    .option('--table <file>', 'of the city; without it, the demonstration')
    .option('--apply', 'do it; without it, a dry run')
    .option('--reason <text>', 'why; recorded, required with --apply')
    .option('--operator <id>', 'who; recorded', userInfo().username)
    .action((options: { table?: string; apply?: true }) => {
      const table = tableIn(options.table);
      const why = options.apply ? checked(decision, options, '') : undefined;
      return answer((city) => retention(city, table, why));
    });
  group
    .command('holds')
    .description('what may not be erased, and why')
    .action(() => answer(holdList));
  group
    .command('proof <id>')
    .description('whether an application, a case (NUMBER/STEP) or a mandate was erased, when and by which law')
    .action((id: string) => answer((city) => proofOf(city, checked(erased, id, 'id'))));
  const acts = {
    hold: { act: hold, about: 'keeps an application, a mandate, or all of a resident from being erased' },
    release: { act: release, about: 'ends that' },
  };
  for (const [verb, { act, about }] of Object.entries(acts))
    group
      .command(`${verb} <id>`)
      .description(about)
      .requiredOption('--reason <text>', 'why; recorded')
      .option('--operator <id>', 'who; recorded', userInfo().username)
      .action((id: string, options: unknown) => {
        const because = checked(decision, options, '');
        return answer((city) => act(city, checked(held, id, 'id'), because));
      });
}
