import type { operations } from '@lianban/protos';
import { type ParkedRecordOf, placeOf } from './parked';

/** A record by its headers: contents are never shown. */
export const recordHead = (
  of: Pick<ParkedRecordOf, 'topic' | 'partition' | 'offset' | 'headers'>,
): operations.v1.RecordHead => ({
  place: placeOf(of),
  type: of.headers['ce_type'] ?? '',
  subject: of.headers['ce_subject'] ?? '',
  sequence: of.headers['ce_sequence'] ?? '',
});
