import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { programOf } from '../src/program';

const checkout = join(__dirname, '..', '..', '..');
const pages = readdirSync(join(checkout, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.md'),
);
const documents = ['README.md', 'charts/resident-services/UPGRADING.md', ...pages.map((name) => join('docs', name))];
const text = (document: string) => readFileSync(join(checkout, document), 'utf8');

const program = programOf({ answer: () => Promise.resolve(), tell: () => undefined }, true);
const find = (of: Command, name: string | undefined) => of.commands.find((command) => command.name() === name);

/** Commands in a document, after the program's name; on a line that has named it, and in docs/operators.md, without it: `dlt show`. */
function* typedIn(document: string): Generator<string> {
  for (const line of text(document).split('\n')) {
    for (const [, typed] of line.matchAll(/\blianban-ops ([a-z][^`|#]*)/g)) yield typed!;
    if (!line.includes('lianban-ops') && document !== 'docs/operators.md') continue;
    for (const [, typed] of line.matchAll(/`([a-z-]+ [^`]+)`/g)) if (find(program, typed!.split(' ')[0])) yield typed!;
  }
}

/** The part of a command the program would reject; undefined when there is none. */
function notTaken(typed: string): string | undefined {
  const [first, second] = typed.split(' ');
  const group = find(program, first);
  if (!group) return `${first} is no command`;
  const command = group.commands.length > 0 ? find(group, second) : group;
  if (!command) return `${first} has no command ${second}`;
  const known = [...command.options, ...program.options].flatMap(({ long }) => long ?? []);
  const strange = (typed.match(/(?<=[ [])--[a-z-]+/g) ?? []).filter((option) => !known.includes(option));
  return strange.length > 0 ? `${first} does not know ${strange.join(', ')}` : undefined;
}

test.each(documents)('%s uses existing commands and options only', (document) => {
  expect([...typedIn(document)].flatMap((typed) => notTaken(typed) ?? [])).toEqual([]);
});

test('every command is documented for operators', () => {
  const commands = program.commands.flatMap((command) =>
    command.commands.length > 0 ? command.commands.map((inner) => `${command.name()} ${inner.name()}`) : command.name(),
  );
  const told = text('docs/operators.md');
  expect(commands.filter((command) => !new RegExp(`\`${command}[ \`]`).test(told))).toEqual([]);
});
