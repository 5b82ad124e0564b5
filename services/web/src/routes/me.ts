import type { Profile } from '@lianban/rest-client';
import { ApiRefusal } from '../api/problem';
import type { RequestContext } from '../http/request-context';
import { redirect } from '../page/page';
import { mePage } from '../views/me';
import { get, post } from './route';

/** The reader's data: reads of it, mandates and consents. */
export const me = [
  {
    ...get('/me', async (context, { packages }) => {
      const { calls, query } = context;
      const own = query.own === 'true';
      const [reads, mandates, consents, profile, all] = await Promise.all([
        calls.call('get', '/api/me/reads', { query: { limit: 20, own: own ? 'true' : 'false', ...from(query.reads) } }),
        calls.call('get', '/api/me/mandates', { query: { limit: 50, ...from(query.mandates) } }),
        calls.call('get', '/api/me/consents', { query: { limit: 50, ...from(query.consents) } }),
        profileOf(context),
        packages.all(),
      ]);
      const places = {
        reads: isFurther(query.reads),
        mandates: isFurther(query.mandates),
        consents: isFurther(query.consents),
      };
      return mePage({ reads, own, mandates, consents, places, profile, packages: all });
    }),
    mine: true,
  },
  {
    ...post('/me/consents/:consent', async ({ params, form, calls }) => {
      const path = { consent: params.consent ?? '' };
      if (form.act === 'revoke') await calls.call('post', '/api/me/consents/{consent}/revocation', { path });
      return redirect('/me');
    }),
    mine: true,
  },
  {
    ...post('/me/reads/:read/question', async ({ params, calls }) => {
      await calls.call('post', '/api/me/reads/{read}/question', { path: { read: params.read ?? '' } });
      return redirect('/me#reads');
    }),
    mine: true,
  },
];

const isFurther = (cursor: unknown): cursor is string => typeof cursor === 'string' && cursor !== '';
const from = (cursor: unknown) => (isFurther(cursor) ? { cursor } : {});

/** The page is shown without mandates or consents when the residents service is down. */
async function profileOf({ calls }: RequestContext): Promise<Profile | undefined> {
  try {
    return await calls.call('get', '/api/me/profile');
  } catch (error) {
    if (error instanceof ApiRefusal && error.status === 401) throw error;
    return undefined;
  }
}
