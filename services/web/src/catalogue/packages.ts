import type { Package } from '@lianban/rest-client';
import type { Api } from '../api/api';

export interface Packages {
  /** Everything that can be applied for. @throws ApiDown when it could never be read */
  all(): Promise<readonly Package[]>;
}

/** As long as the gateway lets an answer be kept. */
const keepMs = 60_000;
/** With the gateway down it is not asked again for every page. */
const retryMs = 2_000;

/**
 * The catalogue, read again when it is a minute old. When it cannot be read, the last one read still stands: guides,
 * search and the two-minute check work while the platform behind them does not.
 */
export function createPackages(api: Api, now: () => number = () => performance.now()): Packages {
  let known: readonly Package[] | undefined;
  let readAgainAt = 0;
  let reading: Promise<readonly Package[]> | undefined;

  const read = async () => {
    try {
      const { packages } = await api({}).call('get', '/api/packages');
      known = packages;
      readAgainAt = now() + keepMs;
      return packages;
    } catch (error) {
      readAgainAt = now() + retryMs;
      if (known) return known;
      throw error;
    } finally {
      reading = undefined;
    }
  };

  return {
    async all() {
      if (known && now() < readAgainAt) return known;
      return (reading ??= read());
    },
  };
}
