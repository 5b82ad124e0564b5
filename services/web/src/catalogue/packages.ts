import type { Package } from '@lianban/rest-client';
import type { Api } from '../api/api';
import { kept } from './kept';

export interface PackageCatalogue {
  /** Everything that can be applied for, as last read. @throws ApiDown when it could never be read */
  all(): Promise<readonly Package[]>;
}

export const createPackages = (api: Api, now?: () => number): PackageCatalogue => ({
  all: kept(async () => (await api({}).call('get', '/api/packages')).packages, now),
});
