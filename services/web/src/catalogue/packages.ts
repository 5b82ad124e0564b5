import type { Package } from '@lianban/rest-client';
import type { Api } from '../api/api';
import { kept } from './kept';

export interface PackageCatalogue {
  /** All packages, as last fetched. @throws ApiDown before the first successful fetch */
  all(): Promise<readonly Package[]>;
}

export const createPackages = (api: Api, now?: () => number): PackageCatalogue => ({
  all: kept(async () => (await api({}).call('get', '/api/packages')).packages, now),
});
