import { residents } from '@lianban/protos';
import type { Corrections } from '../src/ports';

const correction = residents.v1.Correction.fromPartial({
  correctionId: 'c'.repeat(32),
  residentId: 'r-1',
  field: 'phone',
  value: '13800000000',
  reference: 'FM00000000-0000-4000-8000-000000000000',
  status: 'asked',
  askedAt: new Date('2026-03-02T01:00:00Z'),
});

export const fakeCorrections: Corrections = {
  ask: async () => correction,
  list: async () => ({ corrections: [correction] }),
  listWaiting: async () => ({ corrections: [{ ...correction, value: '' }] }),
  get: async () => ({ ...correction, registered: '13900000000' }),
  decide: async ({ grant }) => ({ ...correction, value: '', status: grant ? 'granted' : 'refused' }),
};
