import { isolated } from '@lianban/rest-client';
import { useColleagues } from '../api/hooks';

/** Names of officers from the staff list, or their ids. */
export function useOfficerNames(): (id: string) => string {
  const { data: colleagues = [] } = useColleagues();
  return (id) => isolated(colleagues.find((each) => each.id === id)?.name ?? id);
}
