import type { Material } from '@lianban/casework';
import { type AddressedCommand, commandTo } from '@lianban/model';
import type { ApplicationState } from './domain/application';
import type { ApplicationEvent } from './domain/events';
import { isUpload } from './domain/material';
import { MATERIALS } from './aggregate-types';

/** The application, and whose it is. */
type Claimant = Pick<ApplicationState, 'number' | 'residentId'>;

/**
 * The uploads that what somebody hands in names are claimed with it, in one transaction: whoever is told that it was taken has it
 * kept, and whoever names one that is gone is told at once. What comes of it later can no longer fail because of an upload.
 */
export function claimsOf(event: ApplicationEvent, { number, residentId }: Claimant): readonly AddressedCommand[] {
  switch (event.type) {
    case 'ApplicationSubmitted':
    case 'ConsentsGiven':
      return claims(event.materials, number, residentId);
    case 'SupplementProvided':
      return event.providedAt ? [] : claims(event.materials, number, residentId);
    default:
      return [];
  }
}

/** What is kept elsewhere is not known here. */
const claims = (materials: readonly Material[], application: string, ownerId: string): readonly AddressedCommand[] =>
  materials.flatMap(({ code, reference: id, grade }, nth) => {
    const command = { type: 'UseMaterial', ownerId, grade, nth, use: { application, code } } as const;
    return isUpload(id) ? [commandTo(MATERIALS, id, command)] : [];
  });
