import type { CataloguedPackage, CataloguedStep, ConditionEntry, Item } from './catalogue';
import { stepKinds } from '@lianban/steps';
import { compileCondition } from './condition';
import { findItem, type Known } from './check-package';
import type { PackageFile, StepEntry } from './shapes';
import type { AskedGrades } from '../domain/handed-in';
import type { Plan, PlanStep } from '../domain/plan';

/** Makes a checked package ready to run. Throws when it was not checked against the same items. */
export function compilePackage(file: PackageFile, known: Known): CataloguedPackage {
  const { code, version, hidden, name, description, synonyms, whoCanApply } = file;
  const { age, registered, about, applicants, openAtOnce, form } = file;
  const { withdrawal, cancellationDays, compensationDays, graceDays } = file;
  const steps = file.steps.map((step): CataloguedStep => {
    const entry = findItem(known, step.item);
    const office = known.performers.find((each) => each.name === entry?.department);
    if (entry === undefined || office === undefined)
      throw new Error(`Package "${code}" uses ${step.item}, which is not in the catalogue.`);
    return { ...step, entry, office, conditions: [...ownCondition(step), ...entry.conditions] };
  });
  const plan: Plan = {
    code,
    version,
    name,
    withdrawal,
    cancellationDays,
    compensationDays,
    graceDays,
    steps: steps.map(planStep),
  };
  const shown = { code, version, hidden, name, description, synonyms, whoCanApply };
  const asked = { age, registered, about, applicants, openAtOnce, form };
  return { ...shown, ...asked, grades: gradesOf(steps), steps, plan };
}

/** A stands before D, also in the alphabet. */
const gradesOf = (steps: readonly CataloguedStep[]): AskedGrades => {
  const all = steps
    .flatMap(({ entry }) => entry.materials)
    .toSorted((one, other) => (one.grade > other.grade ? -1 : 1));
  return new Map(all.map(({ code, grade }) => [code, grade]));
};

const ownCondition = ({ when, whenMeans }: StepEntry): readonly ConditionEntry[] =>
  when === undefined || whenMeans === undefined ? [] : [{ when, means: whenMeans }];

function planStep({ entry, ...step }: CataloguedStep): PlanStep {
  const common = {
    id: step.id,
    item: entry.code,
    itemVersion: entry.version,
    department: entry.department,
    name: entry.name,
    needs: step.needs,
    when: compileCondition(step.conditions.map(({ when }) => when)),
    onRefusal: step.onRefusal,
    limitDays: step.limitDays,
    forResident: stepKinds[entry.performs].forResident,
    answers: step.answers,
  };
  if (entry.performs !== 'decision') return { ...common, kind: entry.performs };
  return {
    ...common,
    kind: 'decision',
    decidedBy: step.decidedBy ?? entry.decidedBy,
    statutoryDays: entry.statutoryDays ?? 0,
    ...(entry.statutoryCalendarDays !== undefined && { statutoryCalendarDays: entry.statutoryCalendarDays }),
    promisedDays: entry.promisedDays,
    materials: entry.materials.map(({ code }) => code),
    ...agreements(entry),
    ...(entry.shares.some(({ basis }) => basis === 'duty') && { byDuty: true }),
  };
}

const agreements = ({ department, code, shares }: Item): Pick<PlanStep, 'shares'> => {
  const asked = shares.filter(({ basis }) => basis === 'consent');
  return asked.length === 0
    ? {}
    : { shares: asked.map(({ version, material }) => ({ department, purpose: code, version, material })) };
};
