import { residents } from '@lianban/protos';
import type { App } from '@lianban/runtime';
import { type GrpcService, type Handlers, grpcService } from '@lianban/grpc';
import { isRefusal, refuse } from '@lianban/model';
import type { HouseholdState } from './domain/household';
import { type Recorded, householdReader, personOf } from './reading';
import type { Vault } from './vault/seal';

type Service = typeof residents.v1.OwnDataServiceService;

const entryFields = ['name', 'ID number', 'phone', 'address', 'community', 'birth date', 'district'];
const householdFields = ['household size', 'income', 'savings', 'homes', 'cars', 'severe disability'];
const notYours = refuse('resident-not-found', 'Everybody is told what is held of them, and of nobody else.');
const why = { caseId: 'own', purpose: 'own-export' };

/** What the register holds of whoever asks, and of nobody else, over gRPC. */
export function ownDataGrpc(app: App, vault: Vault, recorded: Recorded): GrpcService {
  const householdOf = householdReader(app);
  const handlers: Handlers<Service> = {
    async getEntry({ residentId }, call) {
      if (call.onBehalfOf !== `resident:${residentId}`) return notYours;
      const person = await personOf(app, residentId);
      if (isRefusal(person)) return person;
      const household = await householdOf(residentId);
      const fields = [...entryFields, ...(household ? householdFields : [])];
      const no = await recorded(residentId, why, fields, call, household ?? null);
      if (no) return no;
      const { sealed, communityCode, district, birthDate, idKind = 'identity-card' } = person;
      const open = (field: keyof typeof sealed) => vault.open(sealed[field], `${residentId}/${field}`);
      return {
        residentId,
        name: open('name'),
        idKind,
        idNumber: open('idNumber'),
        phone: open('phone'),
        address: open('address'),
        communityCode,
        district,
        birthDate,
        household: household && ownPart(household, residentId),
      };
    },
  };
  const callers = { gateway: { forPersons: 'everything', itself: [] } } as const;
  return grpcService(residents.v1.OwnDataServiceService, handlers, callers, {
    actors: { getEntry: ({ residentId }) => residentId },
  });
}

function ownPart(
  { householdId, members, savingsCents, homes, cars }: HouseholdState,
  residentId: string,
): residents.v1.OwnHousehold {
  const own = members.find((member) => member.residentId === residentId);
  return {
    householdId,
    persons: members.length,
    ownMonthlyIncomeCents: own?.monthlyIncomeCents ?? 0,
    ownSevereDisability: own?.severeDisability ?? false,
    monthlyIncomeCents: members.reduce((sum, { monthlyIncomeCents }) => sum + monthlyIncomeCents, 0),
    savingsCents,
    homes,
    cars,
  };
}
