import { mandatesShape, profileShape, readsShape } from '../api/me';
import { ApiRefusal } from '../api/problem';
import type { Ask } from '../http/ask';
import { mePage } from '../views/me';
import { get } from './route';

/** What the city knows about the reader: who looked, who may act for them and for whom they may act. */
export const me = [
  {
    ...get('/me', async (ask, { packages }) => {
      const { calls } = ask;
      const [{ reads }, mandates, residentId, all] = await Promise.all([
        calls.get('/api/me/reads?limit=50', readsShape),
        calls.get('/api/me/mandates', mandatesShape),
        numberOf(ask),
        packages.all(),
      ]);
      return mePage({ reads, mandates, residentId, packages: all });
    }),
    mine: true,
  },
];

/** A register that does not answer keeps nobody from seeing who looked. */
async function numberOf({ calls }: Ask): Promise<string | undefined> {
  try {
    return (await calls.get('/api/me/profile', profileShape)).residentId;
  } catch (error) {
    if (error instanceof ApiRefusal && error.status === 401) throw error;
    return undefined;
  }
}
