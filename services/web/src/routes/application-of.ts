import type { Application, Step } from '@lianban/rest-client';
import { ApiDown, ApiRefusal } from '../api/problem';
import type { WantedBy } from '../forms/missing';
import type { RequestContext } from '../http/request-context';
import { NotFound } from '../http/failures';
import { type PageResult, redirect } from '../page/page';
import { basePath } from '../page/reader';
import { notPossiblePage } from '../views/acts';

export const numberIn = ({ params }: RequestContext) => ({ number: params.number ?? '' });

/** Fetches the application in the path. */
export const applicationOf = (context: RequestContext): Promise<Application> =>
  context.calls.call('get', '/api/applications/{number}', { path: numberIn(context) });

/**
 * Officers' notes on what is missing, by step; none for a department that does not answer. The page is shown without them, also
 * with a gateway of the previous release, which lacks this route.
 */
export async function wantedBy(context: RequestContext, { steps }: Application): Promise<WantedBy> {
  if (!steps.some(({ status }) => status === 'supplement')) return {};
  try {
    const found = await context.calls.call('get', '/api/applications/{number}/missing', { path: numberIn(context) });
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

/** Performs an act and shows the application; or reports that it has changed meanwhile. */
export async function carryOut(context: RequestContext, act: () => Promise<Application>): Promise<PageResult> {
  const place = `${basePath(context.reader)}/applications/${context.params.number}`;
  try {
    await act();
    return redirect(place);
  } catch (error) {
    if (error instanceof ApiRefusal && error.status === 409) return notPossiblePage(place);
    throw error;
  }
}
