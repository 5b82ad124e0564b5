import { residents } from '@lianban/protos';
import type { KnownOrganisation } from './domain/organisation';
import { WITHOUT_END, representationId } from './domain/representation';

/** A legal representation among the mandates of the representative: nobody confirmed it, and nobody can end it here. */
export const representationMandate = (of: KnownOrganisation): residents.v1.Mandate =>
  residents.v1.Mandate.fromPartial({
    mandateId: representationId(of.creditCode),
    ...{ principalId: of.creditCode, principalName: of.name, agentId: of.legalRepresentative },
    ...{ until: WITHOUT_END, status: 'in-force', confirmedBy: 'register', ofOrganisation: true },
  });
