import type { Application, Step } from '@lianban/rest-client';
import { ApiDown, ApiRefusal } from '../api/problem';
import type { WantedBy } from '../forms/missing';
import type { Ask } from '../http/ask';
import { NotFound } from '../http/failures';
import { type Answer, elsewhere } from '../page/page';
import { basePath } from '../page/reader';
import { notPossiblePage } from '../views/acts';

export const numberIn = ({ params }: Ask) => ({ number: params.number ?? '' });

/** The application whose number stands in the path. */
export const applicationOf = (ask: Ask): Promise<Application> =>
  ask.calls.call('get', '/api/applications/{number}', { path: numberIn(ask) });

/**
 * What officers wrote about what is missing, by step; none of a department that cannot be asked now. The page is shown all the same,
 * also by a gateway of an earlier release, which knows no such question.
 */
export async function wantedBy(ask: Ask, { steps }: Application): Promise<WantedBy> {
  if (!steps.some(({ status }) => status === 'supplement')) return {};
  try {
    const found = await ask.calls.call('get', '/api/applications/{number}/missing', { path: numberIn(ask) });
    return Object.fromEntries(found.steps.map(({ step, wanted }) => [step, wanted]));
  } catch (error) {
    if (error instanceof ApiDown || (error instanceof ApiRefusal && error.status === 404)) return {};
    throw error;
  }
}

/** @throws NotFound when the application has no such step */
export function stepOf({ steps }: Application, id: string | undefined): Step {
  const found = steps.find((step) => step.id === id);
  if (!found) throw new NotFound();
  return found;
}

/** Does something with the application, and shows it as it then is; or says that it has changed meanwhile. */
export async function carryOut(ask: Ask, act: () => Promise<Application>): Promise<Answer> {
  const place = `${basePath(ask.reader)}/applications/${ask.params.number}`;
  try {
    await act();
    return elsewhere(place);
  } catch (error) {
    if (error instanceof ApiRefusal && error.status === 409) return notPossiblePage(place);
    throw error;
  }
}
