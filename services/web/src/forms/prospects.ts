import { type FormField, type Package, isAskedFor } from '@lianban/rest-client';
import type { Calls } from '../api/api';
import { ApiDown, ApiRefusal } from '../api/problem';

type FormAnswers = Readonly<Record<string, unknown>>;

/** The package without the questions that no longer matter for these answers. */
export const asApplies = async (of: Package, answers: FormAnswers, calls: Calls): Promise<Package> =>
  without(of, await ruledOut(of, answers, calls), answers);

/**
 * Keeps a question that is required, belongs to a step that is not ruled out, or is used by a condition, because it then decides
 * what else is asked. Questions that belong to no step are kept as well; one that another answer does not ask for is not.
 */
export function without({ form, steps, ...of }: Package, ruled: ReadonlySet<string>, answers: FormAnswers): Package {
  const matters = (field: FormField): boolean => {
    const { name, required } = field;
    if (!isAskedFor(field, answers)) return false;
    const mentions = new RegExp(`\\b${name}\\b`);
    const looked = steps.some(({ conditions }) => conditions.some(({ expression }) => mentions.test(expression)));
    const users = steps.filter((step) => step.answers.includes(name));
    return required || looked || users.length === 0 || users.some(({ id }) => !ruled.has(id));
  };
  return { ...of, steps, form: form.filter(matters) };
}

/**
 * The steps these answers rule out, by the conditions of the process itself. Invalid answers rule nothing out, and neither does a
 * platform that does not answer: then every question is asked.
 * @param complete what is left out stays out, as it does with an application that is handed in
 */
export async function ruledOut(
  { code, form, steps }: Package,
  answers: FormAnswers,
  calls: Calls,
  complete = false,
): Promise<ReadonlySet<string>> {
  if (steps.every(({ conditions }) => conditions.length === 0)) return new Set();
  const asked = Object.fromEntries(form.flatMap(({ name }) => (name in answers ? [[name, answers[name]]] : [])));
  try {
    const body = { answers: asked, complete };
    const { steps: checked } = await calls.call('post', '/api/packages/{code}/check', { path: { code }, body });
    return new Set(checked.filter(({ prospect }) => prospect === 'not-asked').map(({ step }) => step));
  } catch (error) {
    if (error instanceof ApiDown) return new Set();
    if (error instanceof ApiRefusal && error.status !== 401 && error.status !== 429) return new Set();
    throw error;
  }
}
