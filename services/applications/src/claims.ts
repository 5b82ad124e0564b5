import type { Material } from '@lianban/casework';
import { type AddressedCommand, commandTo } from '@lianban/model';
import type { ApplicationEvent } from './domain/events';
import { isUpload } from './domain/material';
import { MATERIALS } from './aggregate-types';

/**
 * The uploads that what somebody hands in names are claimed with it, in one transaction: whoever is told that it was taken has it
 * kept, and whoever names one that is gone is told at once. What comes of it later can no longer fail because of an upload.
 */
export function claimsOf(event: ApplicationEvent, ownerId: string): readonly AddressedCommand[] {
  switch (event.type) {
    case 'ApplicationSubmitted':
    case 'ConsentsGiven':
      return claims(event.materials, ownerId);
    case 'SupplementProvided':
      return event.providedAt ? [] : claims(event.materials, ownerId);
    default:
      return [];
  }
}

/** What is kept elsewhere is not known here. */
const claims = (materials: readonly Material[], ownerId: string): readonly AddressedCommand[] =>
  materials.flatMap(({ reference: id, grade }, nth) => {
    return isUpload(id) ? [commandTo(MATERIALS, id, { type: 'UseMaterial', ownerId, grade, nth })] : [];
  });
