import type { Profile } from '@lianban/rest-client';
import { ApiRefusal } from '../api/problem';
import type { RequestContext } from '../http/request-context';
import { redirect } from '../page/page';
import { inLanguage } from '../page/reader';
import { consents as words } from '../i18n/consents';
import { nameOfDepartment } from '../i18n/departments';
import { itemNamed } from '../views/consent-list';
import { mePage } from '../views/me';
import { organisationReadsPage } from '../views/organisation-reads';
import { notFound } from '../views/problems';
import { revokeConsentPage } from '../views/revoke';
import { get, post } from './route';

/** The reader's data: reads of it, mandates and consents; and who read of an organisation they act for. */
export const me = [
  {
    ...get('/me', async (context, { packages }) => {
      const { calls, query } = context;
      const own = query.own === 'true';
      const [reads, mandates, consents, person, all] = await Promise.all([
        calls.call('get', '/api/me/reads', { query: { limit: 20, own: own ? 'true' : 'false', ...from(query.reads) } }),
        calls.call('get', '/api/me/mandates', { query: { limit: 50, ...from(query.mandates) } }),
        calls.call('get', '/api/me/consents', { query: { limit: 50, ...from(query.consents) } }),
        personOf(context),
        packages.all(),
      ]);
      const places = {
        reads: isFurther(query.reads),
        mandates: isFurther(query.mandates),
        consents: isFurther(query.consents),
      };
      return mePage({ reads, own, mandates, consents, places, person, packages: all });
    }),
    mine: true,
  },
  {
    ...get('/me/consents/:consent/revoke', async ({ params, calls, reader }, { packages }) => {
      const [{ consents }, all] = await Promise.all([
        calls.call('get', '/api/me/consents', { query: { limit: 100 } }),
        packages.all(),
      ]);
      const found = consents.find(({ id, revokedAt }) => id === params.consent && revokedAt === undefined);
      if (!found) return redirect('/me#consents');
      const about = words.about(nameOfDepartment(found.to, reader.departments), itemNamed(found.purpose, all));
      return revokeConsentPage(found.id, inLanguage(reader.language)(about));
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
    ...get('/for/:resident/reads', async ({ calls, query, reader: { actingFor } }, { packages }) => {
      if (!actingFor?.isOrganisation) return notFound();
      const [reads, all] = await Promise.all([
        calls.call('get', '/api/me/reads', { query: { limit: 20, own: 'true', ...from(query.reads) } }),
        packages.all(),
      ]);
      return organisationReadsPage({ reads, isFurther: isFurther(query.reads), packages: all });
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

/** Who is signed in; the page is shown without it when the residents service is down. */
async function personOf({ calls }: RequestContext): Promise<Profile | undefined> {
  try {
    return await calls.call('get', '/api/me/profile');
  } catch (error) {
    if (error instanceof ApiRefusal && error.status === 401) throw error;
    return undefined;
  }
}
