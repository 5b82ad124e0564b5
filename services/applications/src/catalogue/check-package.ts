import { checkFields, type Path, type Problem, type Read } from '@lianban/catalogue';
import { stepAlias } from '../domain/context';
import type { Item, Performer, ServiceItem } from './catalogue';
import { findCycle } from './cycle';
import { conditionProblems, type Names } from './condition';
import type { PackageFile, StepEntry } from './shapes';

type Say = Parameters<typeof checkFields>[2];

/** What a package may refer to. */
export interface Known {
  readonly performers: readonly Performer[];
  readonly items: readonly (Item | ServiceItem)[];
}

/** Department, item code and version of "permits/shopfront-sign@1". */
export function itemRef(reference: string): { department: string; code: string; version: number } {
  const [department = '', code = '', version = ''] = reference.split(/[/@]/);
  return { department, code, version: Number(version) };
}

export const findItem = ({ items }: Known, reference: string): Item | ServiceItem | undefined => {
  const { department, code, version } = itemRef(reference);
  return items.find((item) => item.department === department && item.code === code && item.version === version);
};

/** Everything that is wrong with a package beyond its shape. */
export function checkPackage({ source, value }: Read<PackageFile>, known: Known): readonly Problem[] {
  const problems: Problem[] = [];
  const say: Say = (path, sentence) => problems.push(source.problem(path, sentence));
  checkFields(value.form, ['form'], say);
  checkApplicants(value, known, say);
  checkNames(value, say);
  for (const [index, step] of value.steps.entries()) {
    checkItem(step, ['steps', index], known, say);
    checkReferences(step, ['steps', index], value, say);
    checkConditions(step, ['steps', index], value, known, say);
  }
  const cycle = findCycle(value.steps);
  if (cycle !== undefined)
    say(
      ['steps', value.steps.findIndex(({ id }) => id === cycle[0]), 'needs'],
      `steps wait for each other in a circle: ${cycle.join(' → ')}.`,
    );
  return problems;
}

/** Whoever can apply gets something. */
function checkApplicants({ applicants, steps }: PackageFile, known: Known, say: Say): void {
  const items = steps.flatMap(({ item }) => findItem(known, item) ?? []).filter((item) => item.performs === 'decision');
  for (const [index, kind] of applicants.entries())
    if (items.length > 0 && !items.some((item) => item.applicants.includes(kind)))
      say(
        ['applicants', index],
        `no item of this package is for ${kind === 'person' ? 'a person' : 'an organisation'}.`,
      );
}

/** Fields and steps meet in conditions, so their names must not. */
function checkNames({ form, steps }: PackageFile, say: Say): void {
  const taken = new Set<string>();
  const take = (name: string, path: Path, what: string): void => {
    if (taken.has(name)) say(path, `${what} has the name of another field or step in conditions.`);
    taken.add(name);
  };
  for (const [index, { name }] of form.entries()) take(name, ['form', index, 'name'], `field "${name}"`);
  for (const [index, { id }] of steps.entries())
    take(stepAlias(id), ['steps', index, 'id'], `step "${id}" ("${stepAlias(id)}")`);
}

function checkItem(step: StepEntry, at: Path, known: Known, say: Say): void {
  const { id, kind, item: reference, limitDays, decidedBy } = step;
  const { department: name } = itemRef(reference);
  const performer = known.performers.find((each) => each.name === name);
  const item = findItem(known, reference);
  if (performer === undefined)
    return say(
      [...at, 'item'],
      kind === 'decision'
        ? `there is no department "${name}".`
        : `there is no city service "${name}" that performs steps.`,
    );
  if (performer.performs !== kind)
    return say(
      [...at, 'kind'],
      `step "${id}" is a ${kind}, but ${name} performs steps of kind ${performer.performs}: say kind: ${performer.performs}, or choose another item.`,
    );
  if (item === undefined) return say([...at, 'item'], `there is no item "${reference}" in the catalogue.`);
  if (item.performs !== 'decision') {
    if (decidedBy !== undefined) say([...at, 'decidedBy'], `step "${id}" is a ${kind}: nobody decides it.`);
  } else if (limitDays < atLeast(item))
    say(
      [...at, 'limitDays'],
      `step "${id}" is limited to ${limitDays} days, but the department has ${atLeast(item)} by law.`,
    );
}

/** Working days; of a limit in calendar days those of weeks without a holiday. */
const atLeast = ({ statutoryDays, statutoryCalendarDays = 0 }: DecisionLimits): number =>
  statutoryDays ?? Math.ceil((statutoryCalendarDays * 5) / 7);

interface DecisionLimits {
  readonly statutoryDays?: number | undefined;
  readonly statutoryCalendarDays?: number | undefined;
}

function checkReferences({ id, needs, answers }: StepEntry, at: Path, { form, steps }: PackageFile, say: Say): void {
  for (const [index, need] of needs.entries())
    if (!steps.some((step) => step.id === need))
      say([...at, 'needs', index], `step "${id}" needs "${need}", which is not a step of this package.`);
  for (const [index, answer] of answers.entries())
    if (!form.some(({ name }) => name === answer))
      say(
        [...at, 'answers', index],
        `step "${id}" receives "${answer}", which is neither a field of the form nor an answer of its item.`,
      );
}

function checkConditions(step: StepEntry, at: Path, { form, steps }: PackageFile, known: Known, say: Say): void {
  const factsOf = (need: string) => {
    const item = findItem(known, steps.find(({ id }) => id === need)?.item ?? '');
    return new Set((item?.facts ?? []).map(({ name }) => name));
  };
  const names: Names = {
    fields: new Set(form.map(({ name }) => name)),
    steps: new Map(step.needs.map((need) => [stepAlias(need), factsOf(need)])),
  };
  if (step.when !== undefined)
    for (const sentence of conditionProblems(step.when, names)) say([...at, 'when'], sentence);
  if ((step.when === undefined) !== (step.whenMeans === undefined))
    say([...at, step.when === undefined ? 'whenMeans' : 'when'], `step "${step.id}": when and whenMeans go together.`);
  for (const { when } of findItem(known, step.item)?.conditions ?? [])
    for (const sentence of conditionProblems(when, names))
      say([...at, 'item'], `condition of ${step.item}: ${sentence}`);
}
