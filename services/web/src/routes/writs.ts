import type { OwnWrits } from '@lianban/rest-client';
import { ApiDown, ApiRefusal } from '../api/problem';
import { NotFound } from '../http/failures';
import type { RequestContext } from '../http/request-context';
import { receiptPage } from '../views/receipt';
import { writPage } from '../views/writ';
import { applicationOf, numberIn } from './application-of';
import { getMine } from './route';

/** What departments told in writing. The page is shown without, also with a gateway of the previous release, which lacks this route. */
export async function writsOf(context: RequestContext): Promise<OwnWrits | undefined> {
  try {
    return await context.calls.call('get', '/api/applications/{number}/writs', { path: numberIn(context) });
  } catch (error) {
    if (error instanceof ApiDown || (error instanceof ApiRefusal && error.status === 404)) return undefined;
    throw error;
  }
}

/** Whom it is addressed to. */
const nameOf = async ({ calls }: RequestContext): Promise<string> => (await calls.call('get', '/api/me/profile')).name;

/** Documents to read and to print. */
export const writs = [
  ...getMine('/applications/:number/writs/:step/:place', async (context) => {
    const [of, told] = await Promise.all([applicationOf(context), writsOf(context)]);
    const { step = '', place } = context.params;
    const writ = told?.steps.find((each) => each.step === step)?.writs?.find((each) => String(each.place) === place);
    if (!writ) throw new NotFound();
    return writPage(of, step, writ, await nameOf(context));
  }),
  ...getMine('/applications/:number/receipt', async (context) => {
    const [of, told, name] = await Promise.all([applicationOf(context), writsOf(context), nameOf(context)]);
    return receiptPage(of, told, name);
  }),
];
