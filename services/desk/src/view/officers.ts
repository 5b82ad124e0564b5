import { useColleagues } from '../api/hooks';

/** What officers are called: their name in the staff list, or their id where it names nobody. */
export function useOfficerNames(): (id: string) => string {
  const { data: colleagues = [] } = useColleagues();
  return (id) => colleagues.find((each) => each.id === id)?.name ?? id;
}
