import type { residents } from '@lianban/protos';
import { z } from 'zod';
import { named } from './components';
import { iso, moment, unlessEmpty } from './common';
import { someWords, words } from './words';

const fields = z.enum(['name', 'phone', 'address']);

export const correctionBody = named(
  'CorrectionToAsk',
  z.strictObject({
    field: fields.describe('What the register has wrong; the ID number is the police’s to correct'),
    value: someWords(200),
    reference: z
      .string()
      .regex(/^FM[0-9a-f-]{36}$/)
      .describe('An upload of mine that shows it'),
  }),
);

export const correctionDecision = named(
  'CorrectionDecision',
  z
    .strictObject({ outcome: z.enum(['granted', 'refused']), reason: words(1000).default('') })
    .describe('A refusal says why, in words for the resident'),
);

const correction = z
  .object({
    id: z.string(),
    residentId: z.string(),
    field: z.string(),
    value: z.string().optional(),
    registered: z.string().optional().describe('What the register has now; for the officer who decides'),
    reference: z.string(),
    status: z.string().describe('asked, granted or refused'),
    askedAt: moment.optional(),
    decidedBy: z.string().optional(),
    decidedAt: moment.optional(),
    reason: z.string().optional(),
  })
  .describe('A correction of the register 更正');

export const correctionShape = named('Correction', correction);
export const correctionList = named('CorrectionList', z.object({ corrections: z.array(correctionShape) }));

export const correctionView = (of: residents.v1.Correction): z.output<typeof correction> => ({
  id: of.correctionId,
  residentId: of.residentId,
  field: of.field,
  value: unlessEmpty(of.value),
  registered: unlessEmpty(of.registered),
  reference: of.reference,
  status: of.status,
  askedAt: iso(of.askedAt),
  decidedBy: unlessEmpty(of.decidedBy),
  decidedAt: iso(of.decidedAt),
  reason: unlessEmpty(of.reason),
});
