import type { residents } from '@lianban/protos';
import { z } from 'zod';
import { named } from './components';
import { someWords } from './words';
import { code, iso, moment, unlessEmpty } from './common';

const said = named(
  'Consent',
  z
    .strictObject({
      from: code.describe('Who is asked, as the item’s share says: residents'),
      to: code.describe('The department that asks'),
      purpose: code.describe('The item it is asked for'),
      version: someWords(32).describe('Of the words that were shown and agreed to'),
    })
    .describe('Consent 同意 to one share of the package, given by the applicant and by nobody for them'),
);

/** Sent with a submission or a supplement. Without it a department that needs consent asks for it as a supplement. */
export const consents = z.array(said).max(20).default([]);

const given = z.object({
  id: z.string(),
  applicationNumber: z.string(),
  to: z.string().describe('The department that may ask'),
  purpose: z.string(),
  version: z.string().optional(),
  form: z.string().describe('on-site, or on-paper: a signed authorisation among the materials'),
  givenAt: moment,
  agent: z.string().optional().describe('Who agreed in my name, by a mandate'),
  assistedBy: z.string().optional().describe('The officer at whose counter it was written down'),
  revokedAt: moment.optional(),
});

export const consentShape = named('GivenConsent', given);
export const consentList = named(
  'ConsentList',
  z.object({ consents: z.array(consentShape), nextCursor: z.string().optional() }),
);

export const consentView = (of: residents.v1.Consent): z.output<typeof given> => ({
  id: of.consentId,
  applicationNumber: of.applicationNumber,
  to: of.department,
  purpose: of.purpose,
  version: unlessEmpty(of.version),
  form: of.form,
  givenAt: iso(of.givenAt) ?? '',
  agent: unlessEmpty(of.agentId),
  assistedBy: unlessEmpty(of.assistedBy),
  revokedAt: iso(of.revokedAt),
});
