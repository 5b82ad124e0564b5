import type { Api } from '../api/api';
import type { Department } from '@lianban/rest-client';
import { kept } from './kept';

export interface DepartmentCatalogue {
  /** The city's departments, as last fetched; none before the first fetch: pages are shown without their names. */
  all(): Promise<readonly Department[]>;
}

export function createDepartments(api: Api, now?: () => number): DepartmentCatalogue {
  const all = kept(async () => (await api({}).call('get', '/api/departments')).departments, now);
  return { all: () => all().catch(() => []) };
}
