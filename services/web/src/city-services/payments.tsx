import type { Charge } from '@lianban/rest-client';
import { ApiRefusal } from '../api/problem';
import type { RequestContext } from '../http/request-context';
import { getMine, postMine } from '../routes/route';
import { chargePage, chargesPage, notPayablePage, payingPage } from '../views/charges';

const pathIn = ({ params: { number = '', step = '' } }: RequestContext) => ({ number, step });

/** @param ask the channel first: the reader may have come back from there, and what their browser says of it counts for nothing */
const chargeOf = (context: RequestContext, ask: boolean): Promise<Charge> =>
  context.calls.call('get', '/api/me/charges/{number}/{step}', {
    path: pathIn(context),
    query: { ask: ask ? 'true' : 'false' },
  });

export const routes = [
  ...getMine('/charges', async ({ calls }) =>
    chargesPage(await calls.call('get', '/api/me/charges', { query: { limit: 100 } })),
  ),
  ...getMine('/charges/:number/:step', async (context) => chargePage(await chargeOf(context, true))),
  ...postMine('/charges/:number/:step/pay', async (context) => {
    const of = await chargeOf(context, false);
    try {
      const path = pathIn(context);
      const { payUrl } = await context.calls.call('post', '/api/me/charges/{number}/{step}/payment', { path });
      return payingPage(of, payUrl);
    } catch (error) {
      if (!(error instanceof ApiRefusal) || error.status !== 409) throw error;
      return notPayablePage(of, error.slug !== 'channel-unavailable');
    }
  }),
];
