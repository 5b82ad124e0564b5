import type { residents } from '@lianban/protos';
import type { CallContext } from '@lianban/grpc';
import { type Refusal, isRefusal, refuse } from '@lianban/model';
import type { App } from '@lianban/runtime';
import { dayIn, nameIn } from '@lianban/input';
import { HOUSEHOLDS, PEOPLE } from './aggregate-types';
import { permitted } from './consents';
import { type Born, birthNumbers } from './domain/birth-number';
import type { Member } from './domain/household';
import type { Purposes } from './domain/legal-basis';
import type { RegisteredPerson } from './domain/person';
import type { ProvenCase } from './proven-cases';
import { type HouseholdOf, type Recorded, holderOf, personOf } from './reading';
import type { Vault } from './vault/seal';

interface Ports {
  readonly vault: Vault;
  readonly purposes: () => Purposes;
  readonly proven: ProvenCase;
  readonly recorded: Recorded;
  readonly householdOf: HouseholdOf;
}

type Request = residents.v1.RegisterBirthRequest;
const entered = ['community', 'address', 'phone'];
const exhausted = refuse('number-exhausted', 'No number is left for a child born there on this day.', '/birthDate');

/**
 * Makes a newborn child a resident: at the address of the parent, in the parent's household, with the first free number of its day.
 * The address never leaves this service. The same child again is answered as before, also after a crash between person and household.
 */
export const birthRegistrar =
  (app: App, { vault, purposes, proven, recorded, householdOf }: Ports) =>
  async (request: Request, call: CallContext): Promise<residents.v1.RegisteredBirth | Refusal> => {
    const { parentId, residentId, purpose } = request;
    const parent = await personOf(app, parentId);
    if (isRefusal(parent)) return parent;
    const no =
      (await permitted(app, { purposes, proven }, parentId, purpose, call, { question: 'birth-entry' })) ??
      (await recorded(parentId, purpose, entered, call));
    if (no) return no;
    const typed = readBirth(request, parent.district);
    if (isRefusal(typed)) return typed;
    const child = await entryOf(parent, typed, residentId);
    if (isRefusal(child)) return child;
    return (await joinHousehold(parentId, residentId)) ?? { residentId, district: child.district };

    async function entryOf(of: RegisteredPerson, { name, ...born }: Typed, childId: string) {
      const before = await personOf(app, childId);
      if (!isRefusal(before)) return before;
      const moved = (field: 'phone' | 'address') =>
        vault.seal(vault.open(of.sealed[field], `${of.personId}/${field}`), `${childId}/${field}`);
      for (const idNumber of birthNumbers(born)) {
        const idIndexes = vault.indexes(idNumber, 'id-number');
        if (await holderOf(app, idIndexes)) continue;
        const [idIndex] = idIndexes;
        const sealed = {
          name: vault.seal(name, `${childId}/name`),
          idNumber: vault.seal(idNumber, `${childId}/idNumber`),
          phone: moved('phone'),
          address: moved('address'),
        };
        const { communityCode } = of;
        const command = { type: 'RegisterPerson', personId: childId, sealed, idIndex, communityCode } as const;
        const done = await app.dispatch(PEOPLE, childId, { ...command, birthDate: born.birthDate }, call);
        // Another took the number at the same moment; or the same entry was made by a repetition of this call.
        if (isRefusal(done) && done.refused === 'not-unique') continue;
        return personOf(app, childId);
      }
      return exhausted;
    }

    async function joinHousehold(ofParent: string, childId: string): Promise<Refusal | undefined> {
      if (await householdOf(childId)) return undefined;
      const known = await householdOf(ofParent);
      const noIncome = (id: string) => ({ residentId: id, monthlyIncomeCents: 0, severeDisability: false });
      const { householdId, ...belongings } = known ?? {
        householdId: `of-${ofParent}`,
        members: [noIncome(ofParent)],
        ...{ savingsCents: 0, homes: 0, cars: 0 },
      };
      const members = [...belongings.members.map((each) => guardianOf(each, ofParent, childId)), noIncome(childId)];
      const done = await app.dispatch(HOUSEHOLDS, householdId, { type: 'PutHousehold', ...belongings, members }, call);
      return isRefusal(done) ? done : undefined;
    }
  };

/** Parents are guardians 监护人 (民法典 art. 27): the one in whose register the child is. The other is written down at a counter. */
const guardianOf = (member: Member, parentId: string, childId: string): Member =>
  member.residentId === parentId ? { ...member, guardianOf: [...(member.guardianOf ?? []), childId] } : member;

interface Typed extends Born {
  readonly name: string;
}

function readBirth({ name, sex, birthDate, residentId }: Request, district: string): Typed | Refusal {
  const called = nameIn(name);
  const day = dayIn(birthDate);
  if (called === undefined) return refuse('invalid-registration', 'name: must have 1 to 100 characters', '/name');
  if (day === undefined) return refuse('invalid-registration', 'birthDate: must be a day, YYYY-MM-DD', '/birthDate');
  if (sex !== 'female' && sex !== 'male') return refuse('invalid-registration', 'sex: must be female or male', '/sex');
  if (residentId === '') return refuse('invalid-registration', 'residentId: is missing', '/residentId');
  return { name: called, sex, birthDate: day, district };
}
