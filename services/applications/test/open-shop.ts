import { randomUUID } from 'node:crypto';
import type { applications } from '@lianban/protos';

/** A submission of the package "opening a small shop" with savings above the limit for relief. */
export const openShop = (
  residentId: string,
  more: Partial<applications.v1.SubmitRequest> = {},
): applications.v1.SubmitRequest => ({
  package: 'open-small-shop',
  residentId,
  district: '410105',
  answers: { reason: 'dismissed', lastWorkedOn: '2026-01-31', savingsCents: 5_000_000, premisesArea: 40 },
  materials: [],
  consents: [],
  idempotencyKey: randomUUID(),
  ...more,
});
