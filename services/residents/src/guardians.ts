import { type Refusal, isRefusal, refuse } from '@lianban/model';
import type { App } from '@lianban/runtime';
import { HOUSEHOLDS } from './aggregate-types';
import type { Deaths } from './deaths';
import type { Authority } from './domain/authority';
import { capacityOf } from './domain/capacity';
import { guardianship } from './domain/guardianship';
import type { HouseholdState } from './domain/household';
import { personOf } from './reading';

/** One guardianship that holds now. */
export interface Guardianship {
  readonly childId: string;
  readonly guardianId: string;
  readonly until: Date;
}

export interface Guardians {
  /** By which guardianship the one acts for the other, if by any. */
  authority(agentId: string, childId: string): Promise<Authority | undefined>;
  /** Those in which somebody is guardian or child. */
  of(residentId: string): Promise<readonly Guardianship[]>;
  /** The refusal when somebody is too young to give, take, confirm or ask for a mandate (民法典 art. 19, 173). */
  tooYoung(residentId: string, pointer?: '/to'): Promise<Refusal | undefined>;
}

const minor = refuse(
  'guardian-acts',
  'Below eighteen a guardian acts, by the register: there is no mandate to give, to take or to ask for.',
);

/** Guardians of minors, from the register of households. */
export function guardiansIn(app: App, deaths: Pick<Deaths, 'of'>): Guardians {
  const today = (): string => new Date(app.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const householdOf = async (residentId: string): Promise<HouseholdState | undefined> => {
    const [found] = await app.find(HOUSEHOLDS, { filter: { 'state.members.residentId': residentId }, limit: 1 });
    return found?.state;
  };
  const between = async ({ members }: HouseholdState, agentId: string, childId: string) => {
    if (!members.some(({ guardianOf = [] }) => guardianOf.includes(childId))) return undefined;
    // Guardianship ends with either of them (民法典 art. 39).
    if ((await deaths.of(agentId)) ?? (await deaths.of(childId))) return undefined;
    const child = await personOf(app, childId);
    if (isRefusal(child)) return undefined;
    return guardianship(members, { agentId, childId, birthDate: child.birthDate }, today());
  };

  return {
    async authority(agentId, childId) {
      const household = await householdOf(agentId);
      return household && between(household, agentId, childId);
    },

    async of(residentId) {
      const household = await householdOf(residentId);
      if (!household) return [];
      const pairs = household.members.flatMap(({ residentId: guardianId, guardianOf = [] }) =>
        guardianOf.map((childId) => ({ guardianId, childId })),
      );
      const mine = pairs.filter(({ guardianId, childId }) => [guardianId, childId].includes(residentId));
      const found = await Promise.all(
        mine.map(async (pair) => {
          const authority = await between(household, pair.guardianId, pair.childId);
          return authority ? [{ ...pair, until: authority.until }] : [];
        }),
      );
      return found.flat();
    },

    async tooYoung(residentId, pointer) {
      const person = await personOf(app, residentId);
      if (isRefusal(person) || capacityOf(person.birthDate, today()) === 'full') return undefined;
      return pointer === undefined ? minor : { ...minor, pointer };
    },
  };
}
