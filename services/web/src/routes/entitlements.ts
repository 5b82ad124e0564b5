import { entitlementsPage } from '../views/entitlements';
import { get } from './route';

/** What the reader and their household draw. */
export const entitlements = [
  {
    ...get('/me/entitlements', async ({ calls }, { packages }) => {
      const [found, all] = await Promise.all([calls.call('get', '/api/me/entitlements'), packages.all()]);
      return entitlementsPage(found, all);
    }),
    mine: true,
  },
];
