import type { Calls } from '../api/api';
import { checkedShape } from '../api/check';
import type { Package } from '../api/package';
import { ApiRefusal } from '../api/problem';

type Answers = Readonly<Record<string, unknown>>;

/**
 * The steps that these answers rule out, by the conditions the process itself runs on. Answers that do not stand yet rule nothing
 * out. @throws ApiDown
 */
export async function ruledOut(
  { code, form, steps }: Package,
  answers: Answers,
  calls: Calls,
): Promise<ReadonlySet<string>> {
  if (steps.every(({ conditions }) => conditions.length === 0)) return new Set();
  const asked = Object.fromEntries(form.flatMap(({ name }) => (name in answers ? [[name, answers[name]]] : [])));
  try {
    const body = { answers: asked };
    const { steps: checked } = await calls.send('POST', `/api/packages/${code}/check`, { body }, checkedShape);
    return new Set(checked.filter(({ prospect }) => prospect === 'not-asked').map(({ step }) => step));
  } catch (error) {
    if (error instanceof ApiRefusal && error.status !== 401 && error.status !== 429) return new Set();
    throw error;
  }
}
