import { residents } from '@lianban/protos';
import { type Refusal, refuse } from '@lianban/model';
import type { GrpcService } from '@lianban/grpc';
import type { City } from '@lianban/testing';

const poor: residents.v1.Means = {
  householdKnown: true,
  persons: 3,
  monthlyIncomeCents: 150_000,
  savingsCents: 100_000,
  homes: 1,
  cars: 0,
  severeDisability: false,
  district: '410105',
  ownMonthlyIncomeCents: 150_000,
};

const households: Readonly<Record<string, residents.v1.Means>> = {
  'r-poor': poor,
  'r-revoked': poor,
  'r-changing': poor,
  'r-rich': { ...poor, monthlyIncomeCents: 3 * 76_000 },
};

/** What residents was asked, in order. */
export const asked: residents.v1.AskMeansRequest[] = [];

/** Whose household earns more than before. */
export const changed = new Set<string>();

/** Who has not agreed to be asked about. */
export const withoutConsent = new Set<string>();

/** Answers as residents does, from households made up here; who is not in them is refused. */
export const startResidents = (city: City, port: number): Promise<string> => {
  const askMeans = async (request: residents.v1.AskMeansRequest): Promise<residents.v1.Means | Refusal> => {
    asked.push(request);
    if (withoutConsent.has(request.residentId)) return refuse('consent-missing', 'The resident has not agreed.');
    if (changed.has(request.residentId)) return { ...poor, monthlyIncomeCents: 3 * 76_000 };
    return households[request.residentId] ?? refuse('resident-not-found', 'There is no resident with this id.');
  };
  const service = { definition: residents.v1.ResidentsServiceService, handlers: { askMeans }, callers: {} };
  return city.standInResidents([service as unknown as GrpcService], port);
};
