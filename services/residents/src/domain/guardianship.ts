import type { Authority } from './authority';
import { OF_AGE, birthdayOf, capacityOf } from './capacity';
import type { Member } from './household';

/** How a guardianship stands among the mandates of a page: it is none that could be revoked. */
export const guardianshipId = (childId: string): string => `guardian-of-${childId}`;

/**
 * What a guardian 法定代理人 does for a child (民法典 art. 23, 27, 35): everything, by the register and without anybody's
 * confirmation, until the child is of age. Undefined when the household's register says nothing of it, or the child is of age.
 */
export function guardianship(
  members: readonly Member[],
  { agentId, childId, birthDate }: { readonly agentId: string; readonly childId: string; readonly birthDate: string },
  today: string,
): Authority | undefined {
  const isGuardian = members.some(
    ({ residentId, guardianOf = [] }) => residentId === agentId && guardianOf.includes(childId),
  );
  if (!isGuardian || capacityOf(birthDate, today) === 'full') return undefined;
  return { packages: [], until: new Date(endOfMinority(birthDate)), mandates: [guardianshipId(childId)] };
}

/** The first moment of the eighteenth birthday, in the city. */
const endOfMinority = (birthDate: string): string => `${birthdayOf(birthDate, OF_AGE)}T00:00:00+08:00`;
