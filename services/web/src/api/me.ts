import { z } from 'zod';
import { text } from './package';

export const profileShape = z.object({
  residentId: z.string(),
  name: z.string(),
  idNumberMasked: z.string(),
  fields: z.array(
    z.object({ name: z.string(), value: z.unknown(), source: z.object({ code: z.string(), name: text }) }),
  ),
});

export const readsShape = z.object({
  reads: z.array(
    z.object({
      at: z.string(),
      firstAt: z.string(),
      count: z.number(),
      reader: z.string(),
      department: z.string().optional(),
      caseId: z.string().optional(),
      purpose: z.string(),
      fields: z.array(z.string()),
    }),
  ),
  nextCursor: z.string().optional(),
});

const person = z.object({ residentId: z.string(), name: z.string().optional() });

export const mandateShape = z.object({
  id: z.string(),
  principal: person,
  agent: person,
  packages: z.union([z.literal('all'), z.array(z.string())]),
  until: z.string(),
  status: z.string(),
});

export const mandatesShape = z.object({
  given: z.array(mandateShape),
  received: z.array(mandateShape),
  nextCursor: z.string().optional(),
});

export const consentsShape = z.object({
  consents: z.array(
    z.object({
      id: z.string(),
      applicationNumber: z.string(),
      to: z.string(),
      purpose: z.string(),
      form: z.string(),
      givenAt: z.string(),
      agent: z.string().optional(),
      assistedBy: z.string().optional(),
      revokedAt: z.string().optional(),
    }),
  ),
  nextCursor: z.string().optional(),
});

export type Consents = z.output<typeof consentsShape>;
export type GivenConsent = Consents['consents'][number];
export type Profile = z.output<typeof profileShape>;
export type Reads = z.output<typeof readsShape>;
export type Mandate = z.output<typeof mandateShape>;
export type Mandates = z.output<typeof mandatesShape>;
