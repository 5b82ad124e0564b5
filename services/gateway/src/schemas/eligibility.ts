import type { applications } from '@lianban/protos';
import { z } from 'zod';
import { code, text, textView, unlessEmpty } from './common';
import { named } from './components';

export const eligibilityQuery = z.strictObject({ package: code.optional().describe('What would be applied for') });

const condition = {
  kind: z.string().describe('age, in completed years, or registered'),
  min: z.number().optional(),
  max: z.number().optional(),
  where: z.string().optional().describe('Of registered: here, in the city, or elsewhere'),
  law: text,
};

/** Of a package: what the register must say of whom it is about. */
export const personCondition = named('PersonCondition', z.object(condition));

export const eligibility = named(
  'Eligibility',
  z
    .object({
      package: z.string(),
      person: z.array(z.object({ ...condition, verdict: z.string().describe('met, not-met, or open: not known') })),
    })
    .describe('Whether the register lets me apply, before anything is filled in'),
);

export const conditionView = (of: applications.v1.PersonCondition | undefined) => ({
  kind: of?.kind ?? '',
  min: of?.min,
  max: of?.max,
  where: unlessEmpty(of?.where ?? ''),
  law: textView(of?.law),
});

export const eligibilityView = (of: applications.v1.CheckResponse): z.output<typeof eligibility> => ({
  package: of.package,
  person: of.person.map(({ condition: each, verdict }) => ({ ...conditionView(each), verdict })),
});
