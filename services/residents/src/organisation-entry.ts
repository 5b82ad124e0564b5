import { residents } from '@lianban/protos';
import type { KnownOrganisation } from './domain/organisation';

/** An organisation in the place of a resident, for whoever asks who applies: what a business register shows to anybody. */
export const organisationEntry = ({ creditCode, name, kind, district }: KnownOrganisation): residents.v1.Resident =>
  residents.v1.Resident.fromPartial({ residentId: creditCode, name, district, organisationKind: kind });

/** The register knows nothing for the fields of a form: they ask about people. */
export const organisationPrefill = ({ creditCode, name }: KnownOrganisation): residents.v1.PrefillResponse =>
  residents.v1.PrefillResponse.fromPartial({ name, idNumberMasked: creditCode });
