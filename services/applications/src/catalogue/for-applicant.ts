import type { values } from '@lianban/catalogue';
import { narrowed } from '../domain/plan';
import type { CataloguedPackage, CataloguedStep, Item, ServiceItem } from './catalogue';
import { namesOf } from './condition';

type ApplicantKind = values.ApplicantKind;

/** What a city service performs, it performs for whoever applies. */
const isFor = (entry: Item | ServiceItem, kind: ApplicantKind): boolean =>
  entry.performs !== 'decision' || entry.applicants.includes(kind);

export const isStepFor = ({ entry }: CataloguedStep, kind: ApplicantKind): boolean => isFor(entry, kind);

/** Whether a question of the form is asked of such an applicant: a step of theirs receives it, or depends on it. */
export const isAskedOf = ({ steps }: Pick<CataloguedPackage, 'steps'>, name: string, kind: ApplicantKind): boolean =>
  steps
    .filter((step) => isStepFor(step, kind))
    .some(
      ({ answers, conditions }) => answers.includes(name) || conditions.some(({ when }) => namesOf(when).has(name)),
    );

/** The package as it is for this kind of applicant; undefined when they cannot apply for it. */
export function forApplicant(of: CataloguedPackage, kind: ApplicantKind): CataloguedPackage | undefined {
  if (!of.applicants.includes(kind)) return undefined;
  const steps = of.steps.filter((step) => isStepFor(step, kind));
  if (steps.length === of.steps.length) return of;
  const has = (id: string) => steps.some((step) => step.id === id);
  return {
    ...of,
    steps: steps.map((step) => ({ ...step, needs: step.needs.filter(has) })),
    form: of.form.filter(({ name }) => isAskedOf(of, name, kind)),
    plan: narrowed(of.plan, has),
  };
}
