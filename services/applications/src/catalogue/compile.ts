import type { CataloguedPackage, CataloguedStep } from './catalogue';
import { compileCondition } from './condition';
import { findItem, type Known } from './check-package';
import type { PackageFile } from './shapes';
import type { Plan, PlanStep } from '../domain/plan';

/** Makes a checked package ready to run. Throws when it was not checked against the same items. */
export function compilePackage(file: PackageFile, known: Known): CataloguedPackage {
  const { code, version, hidden, name, description, form } = file;
  const { withdrawal, cancellationDays, compensationDays, graceDays } = file;
  const steps = file.steps.map((step): CataloguedStep => {
    const entry = findItem(known, step.item);
    if (entry === undefined) throw new Error(`Package "${code}" uses ${step.item}, which is not in the catalogue.`);
    return { ...step, entry };
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
  return { code, version, hidden, name, description, form, steps, plan };
}

const planStep = ({ entry, ...step }: CataloguedStep): PlanStep => ({
  id: step.id,
  item: entry.code,
  department: entry.department,
  name: entry.name,
  needs: step.needs,
  when: compileCondition([...(step.when === undefined ? [] : [step.when]), ...entry.conditions]),
  onRefusal: step.onRefusal,
  limitDays: step.limitDays,
  decidedBy: step.decidedBy ?? entry.decidedBy,
  statutoryDays: entry.statutoryDays,
  promisedDays: entry.promisedDays,
  answers: step.answers,
  materials: entry.materials.map(({ code }) => code),
});
