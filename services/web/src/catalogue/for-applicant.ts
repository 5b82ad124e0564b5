import type { Package } from '@lianban/rest-client';
import type { Reader } from '../page/reader';

const kindOf = ({ actingFor }: Pick<Reader, 'actingFor'>) => (actingFor?.isOrganisation ? 'organisation' : 'person');

/** A gateway of the release before does not say who can apply: people. */
export const canApply = ({ applicants = ['person'] }: Package, reader: Pick<Reader, 'actingFor'>): boolean =>
  applicants.includes(kindOf(reader));

/** The package as it is for whoever applies: the steps that are for them, and the questions asked of them. */
export function forApplicant(of: Package, reader: Pick<Reader, 'actingFor'>): Package {
  const isTheirs = ({ applicants }: { readonly applicants?: readonly string[] | undefined }) =>
    applicants === undefined || applicants.includes(kindOf(reader));
  const steps = of.steps.filter(isTheirs);
  if (steps.length === of.steps.length) return of;
  const has = (id: string) => steps.some((step) => step.id === id);
  return {
    ...of,
    form: of.form.filter(isTheirs),
    steps: steps.map((step) => ({ ...step, needs: step.needs.filter(has) })),
  };
}
