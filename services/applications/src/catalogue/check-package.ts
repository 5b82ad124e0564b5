import { stepAlias } from '../domain/context';
import type { Item } from './catalogue';
import { findCycle } from './cycle';
import { conditionProblems } from './condition';
import type { Problem } from './problem';
import type { FieldEntry, PackageFile, StepEntry } from './shapes';
import type { Path, Read } from './source';

/** What a package may refer to. */
export interface Known {
  readonly departments: readonly string[];
  readonly items: readonly Item[];
}

/** Department, item code and version of "permits/shopfront-sign@1". */
export function itemRef(reference: string): { department: string; code: string; version: number } {
  const [department = '', code = '', version = ''] = reference.split(/[/@]/);
  return { department, code, version: Number(version) };
}

export const findItem = ({ items }: Known, reference: string): Item | undefined => {
  const { department, code, version } = itemRef(reference);
  return items.find((item) => item.department === department && item.code === code && item.version === version);
};

type Say = (path: Path, sentence: string) => void;

/** Everything that is wrong with a package beyond its shape. */
export function checkPackage({ source, value }: Read<PackageFile>, known: Known): readonly Problem[] {
  const problems: Problem[] = [];
  const say: Say = (path, sentence) => problems.push(source.problem(path, sentence));
  checkForm(value.form, say);
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

function checkForm(form: readonly FieldEntry[], say: Say): void {
  for (const [index, { name, type, min, max, maxLength, choices }] of form.entries()) {
    const at = ['form', index];
    const numeric = type === 'integer' || type === 'number';
    if ((type === 'choice') !== (choices !== undefined))
      say(at, `field "${name}": choices are for type choice, which cannot do without.`);
    if (!numeric && (min !== undefined || max !== undefined)) say(at, `field "${name}": min and max are for numbers.`);
    if (min !== undefined && max !== undefined && min > max) say(at, `field "${name}": min is above max.`);
    if (type !== 'string' && maxLength !== undefined) say(at, `field "${name}": maxLength is for strings.`);
  }
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

function checkItem({ id, item: reference, limitDays }: StepEntry, at: Path, known: Known, say: Say): void {
  const { department } = itemRef(reference);
  const item = findItem(known, reference);
  if (!known.departments.includes(department)) say([...at, 'item'], `there is no department "${department}".`);
  else if (item === undefined) say([...at, 'item'], `there is no item "${reference}" in the catalogue.`);
  else if (limitDays < item.statutoryDays)
    say(
      [...at, 'limitDays'],
      `step "${id}" is limited to ${limitDays} days, but the department has ${item.statutoryDays} by law.`,
    );
}

function checkReferences({ id, needs, answers }: StepEntry, at: Path, { form, steps }: PackageFile, say: Say): void {
  for (const [index, need] of needs.entries())
    if (!steps.some((step) => step.id === need))
      say([...at, 'needs', index], `step "${id}" needs "${need}", which is not a step of this package.`);
  for (const [index, answer] of answers.entries())
    if (!form.some(({ name }) => name === answer))
      say([...at, 'answers', index], `step "${id}" receives "${answer}", which is not a field of the form.`);
}

function checkConditions(step: StepEntry, at: Path, { form }: PackageFile, known: Known, say: Say): void {
  const names = new Set([...form.map(({ name }) => name), ...step.needs.map(stepAlias)]);
  if (step.when !== undefined)
    for (const sentence of conditionProblems(step.when, names)) say([...at, 'when'], sentence);
  for (const condition of findItem(known, step.item)?.conditions ?? [])
    for (const sentence of conditionProblems(condition, names))
      say([...at, 'item'], `condition of ${step.item}: ${sentence}`);
}
