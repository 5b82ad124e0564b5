import { checkFields, type Say } from './check-fields';
import type { DepartmentFile, ItemEntry } from './department-file';
import type { ServiceFile } from './service-file';
import type { Problem } from './problem';
import type { Path, Read } from './source';

/** Everything by which a department's file contradicts itself. */
export function checkDepartment({ source, value }: Read<DepartmentFile>): readonly Problem[] {
  const problems: Problem[] = [];
  const say: Say = (path, sentence) => problems.push(source.problem(path, sentence));
  const { department, topic, grounds, reasons, words, letterheads, items } = value;
  checkTopic(department, topic, say);
  sayRepeated('ground', grounds, 'grounds', say);
  sayRepeated('reason', reasons, 'reasons', say);
  sayRepeated('word', words, 'words', say);
  for (const [index, { from }] of letterheads.entries())
    if (letterheads.findIndex((other) => other.from === from) < index)
      say(['letterheads', index, 'from'], `a letterhead from ${from} is there already.`);
  for (const [index, { code, text }] of grounds.entries())
    if (placesIn(text.zh) !== placesIn(text.en))
      say(['grounds', index, 'text'], `ground "${code}" has other places in Chinese than in English.`);
  for (const [index, item] of items.entries()) checkItem(item, ['items', index], say);
  checkPlays(value, say);
  return problems;
}

/** The local stack plays each item of an outside department, and what it says has words. */
function checkPlays({ outside, items, reasons }: DepartmentFile, say: Say): void {
  if (outside === undefined) return;
  for (const [index, { code }] of items.entries())
    if (outside.plays.filter((play) => play.item === code).length !== 1)
      say(['items', index, 'code'], `item "${code}" of an outside department is played once: see "outside.plays".`);
  for (const [index, { item: code, facts, refused }] of outside.plays.entries()) {
    const at = ['outside', 'plays', index];
    const item = items.find((each) => each.code === code);
    if (item === undefined) {
      say([...at, 'item'], `there is no item "${code}" to play.`);
      continue;
    }
    for (const name of Object.keys(facts))
      if (!item.facts.some((fact) => fact.name === name))
        say([...at, 'facts', name], `item "${code}" has no fact "${name}".`);
    if (refused && !item.answers.some(({ name }) => name === refused.answer))
      say([...at, 'refused', 'answer'], `item "${code}" has no answer "${refused.answer}".`);
    if (refused && !reasons.some((reason) => reason.code === refused.reason && reason.uses.includes('refuse')))
      say([...at, 'refused', 'reason'], `there is no reason "${refused.reason}" to refuse by.`);
  }
}

/** Everything by which the file of a city service contradicts itself. */
export function checkService({ source, value }: Read<ServiceFile>): readonly Problem[] {
  const problems: Problem[] = [];
  const say: Say = (path, sentence) => problems.push(source.problem(path, sentence));
  checkTopic(value.service, value.topic, say);
  sayRepeated('word', value.words, 'words', say);
  for (const [index, { facts }] of value.items.entries()) checkFields(facts, ['items', index, 'facts'], say);
  return problems;
}

/** A record is believed only on the topic that carries the name of who says it. */
function checkTopic(service: string, topic: string, say: Say): void {
  if (topic.replace(/\.v\d+$/, '') !== service)
    say(['topic'], `topic "${topic}" is named after another service: ${service} speaks on ${service}.v1.`);
}

function checkItem({ code, ...item }: ItemEntry, at: Path, say: Say): void {
  checkLimits(code, item, at, say);
  for (const [place, { material }] of item.shares.entries())
    if (material !== undefined && !item.materials.some((each) => each.code === material))
      say([...at, 'shares', place, 'material'], `item "${code}" has no material "${material}".`);
  for (const part of ['answers', 'facts', 'findings'] as const) checkFields(item[part], [...at, part], say);
}

function checkLimits(
  code: string,
  { promisedDays, statutoryDays, statutoryCalendarDays }: Omit<ItemEntry, 'code'>,
  at: Path,
  say: Say,
): void {
  if (statutoryDays !== undefined && statutoryCalendarDays !== undefined)
    say(
      [...at, 'statutoryCalendarDays'],
      `item "${code}" has a statutory limit in working days and one in calendar days: keep the one of its law.`,
    );
  if (statutoryDays === undefined && statutoryCalendarDays === undefined)
    say(at, `item "${code}" has no statutory limit: give "statutoryDays" or "statutoryCalendarDays".`);
  // Five working days take a week at least.
  const isLate =
    statutoryDays === undefined
      ? promisedDays * 7 > (statutoryCalendarDays ?? Infinity) * 5
      : promisedDays > statutoryDays;
  if (isLate) say([...at, 'promisedDays'], `item "${code}" is promised later than the law allows.`);
}

const sayRepeated = (what: string, all: readonly { readonly code: string }[], key: string, say: Say): void => {
  for (const [index, { code }] of all.entries())
    if (all.findIndex((other) => other.code === code) < index)
      say([key, index, 'code'], `${what} "${code}" is there already.`);
};

/** The places for facts in a text, each once, in the order of the alphabet. */
const placesIn = (text: string): string => [...new Set(text.match(/\{\w+\}/g) ?? [])].toSorted().join(' ');
