import type { residents } from '@lianban/protos';
import { z } from 'zod';
import { named } from './components';
import { code, text, unlessEmpty } from './common';

export const profileQuery = z.strictObject({ package: code.optional().describe('Whose form is to be filled in') });

const SOURCES: Readonly<Record<string, z.output<typeof text>>> = {
  'residents-register': { zh: '居民登记', en: 'Residents’ register' },
  'household-register': { zh: '家庭登记', en: 'Household register' },
};

const profile = z
  .object({
    residentId: z.string(),
    name: z.string(),
    idNumberMasked: z.string(),
    phone: z.string().optional().describe('Not told to an agent'),
    address: z.string().optional().describe('Not told to an agent'),
    fields: z
      .array(z.object({ name: z.string(), value: z.unknown(), source: z.object({ code: z.string(), name: text }) }))
      .describe('Fields of the form that the register answers, each with its source'),
  })
  .describe('What the register knows; looking at it is recorded with the purpose "prefill"');

export const profileShape = named('Profile', profile);

/** @param byFact names of the form fields that a fact answers */
export const profileView = (
  residentId: string,
  of: residents.v1.PrefillResponse,
  byFact: ReadonlyMap<string, string>,
): z.output<typeof profile> => ({
  residentId,
  name: of.name,
  idNumberMasked: of.idNumberMasked,
  phone: unlessEmpty(of.phone),
  address: unlessEmpty(of.address),
  fields: of.facts.map(({ fact, value, source }) => ({
    name: byFact.get(fact) ?? fact,
    value,
    source: { code: source, name: SOURCES[source] ?? { zh: source, en: source } },
  })),
});
