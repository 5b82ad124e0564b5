import { redirect } from '../page/page';
import { offersPage } from '../views/offers';
import { get, post } from './route';

/** What the reader may have and did not apply for. */
export const offers = [
  {
    ...get('/offers', async ({ calls }, { packages }) => {
      const [found, person, all] = await Promise.all([
        calls.call('get', '/api/me/offers'),
        calls.call('get', '/api/me/profile'),
        packages.all(),
      ]);
      return offersPage({ offers: found.offers, residentId: person.residentId, packages: all });
    }),
    mine: true,
  },
  {
    ...post('/offers/:package', async ({ params, form, calls }) => {
      const path = { package: params.package ?? '' };
      await calls.call('post', '/api/me/offers/{package}/refusal', {
        path,
        body: typeof form.for === 'string' && form.for ? { for: form.for } : {},
      });
      return redirect('/offers');
    }),
    mine: true,
  },
];
