import type { Api } from '../api/api';
import { type Package, packageList } from '../api/package';
import { kept } from './kept';

export interface Packages {
  /** Everything that can be applied for, as last read. @throws ApiDown when it could never be read */
  all(): Promise<readonly Package[]>;
}

export const createPackages = (api: Api, now?: () => number): Packages => ({
  all: kept(async () => (await api({}).get('/api/packages', packageList)).packages, now),
});
