import type { Api } from '../api/api';
import type { Department } from '@lianban/rest-client';
import { kept } from './kept';

export interface DepartmentCatalogue {
  /** The departments of the city, as last read; none as long as they could never be read: no page has to fail for their names. */
  all(): Promise<readonly Department[]>;
}

export function createDepartments(api: Api, now?: () => number): DepartmentCatalogue {
  const all = kept(async () => (await api({}).call('get', '/api/departments')).departments, now);
  return { all: () => all().catch(() => []) };
}
