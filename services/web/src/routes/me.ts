import { z } from 'zod';
import { consentsShape, mandatesShape, profileShape, readsShape } from '../api/me';
import { ApiRefusal } from '../api/problem';
import type { Ask } from '../http/ask';
import { elsewhere } from '../page/page';
import { mePage } from '../views/me';
import { get, post } from './route';

/** What the city knows about the reader: who looked, who may act for them and for whom they may act. */
export const me = [
  {
    ...get('/me', async (ask, { packages }) => {
      const { calls, query } = ask;
      const own = query.own === 'true';
      const [reads, mandates, consents, residentId, all] = await Promise.all([
        calls.get(`/api/me/reads?limit=20&own=${own}${from(query.reads)}`, readsShape),
        calls.get(`/api/me/mandates?limit=50${from(query.mandates)}`, mandatesShape),
        calls.get(`/api/me/consents?limit=50${from(query.consents)}`, consentsShape),
        numberOf(ask),
        packages.all(),
      ]);
      const places = {
        reads: isFurther(query.reads),
        mandates: isFurther(query.mandates),
        consents: isFurther(query.consents),
      };
      return mePage({ reads, own, mandates, consents, places, residentId, packages: all });
    }),
    mine: true,
  },
  {
    ...post('/me/consents/:consent', async ({ params, form, calls }) => {
      const path = `/api/me/consents/${encodeURIComponent(params.consent ?? '')}/revocation`;
      if (form.act === 'revoke') await calls.send('POST', path, {}, z.unknown());
      return elsewhere('/me');
    }),
    mine: true,
  },
];

const isFurther = (cursor: unknown): cursor is string => typeof cursor === 'string' && cursor !== '';
const from = (cursor: unknown): string => (isFurther(cursor) ? `&cursor=${encodeURIComponent(cursor)}` : '');

/** A register that does not answer keeps nobody from seeing who looked. */
async function numberOf({ calls }: Ask): Promise<string | undefined> {
  try {
    return (await calls.get('/api/me/profile', profileShape)).residentId;
  } catch (error) {
    if (error instanceof ApiRefusal && error.status === 401) throw error;
    return undefined;
  }
}
