import type { residents } from '@lianban/protos';
import { z } from 'zod';
import { named } from './components';
import { code, iso, moment, personId, unlessEmpty } from './common';
import { idKind, idNumber, someWords } from './words';

const packages = z.union([z.literal('all'), z.array(code).min(1).max(50)]);

const creditCode = z.string().regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/, 'must be a credit code of 18 characters');

const identity = named(
  'Identity',
  z
    .strictObject({ idKind, idNumber, name: someWords(100) })
    .describe(
      'Both must fit; which of the two does not is told to nobody. Of an organisation, its credit code and name',
    ),
);
const somebody = z
  .union([personId, identity])
  .describe('By their id, or as people know each other. Naming somebody is counted: ten an hour, either way');

export const mandateBody = named(
  'MandateToMake',
  z
    .strictObject({
      to: somebody.optional().describe('I give it to this resident: in force at once'),
      from: somebody.optional().describe('I ask this resident for it: in force once they or a counter officer confirm'),
      organisation: creditCode
        .optional()
        .describe('I give it in the name of this organisation, whose legal representative I am'),
      packages: packages.describe('What it is good for'),
      until: z.iso.date().describe('Its last day'),
    })
    .refine(({ to, from }) => (to === undefined) !== (from === undefined), {
      message: 'must name the other by either "to" or "from"',
    })
    .refine(({ organisation, to }) => organisation === undefined || to !== undefined, {
      message: 'is given, not asked for: name whom by "to"',
      path: ['organisation'],
    })
    .meta({ oneOf: [{ required: ['to'] }, { required: ['from'] }], dependentRequired: { organisation: ['to'] } }),
);

export const evidenceBody = named(
  'MandateEvidence',
  z.strictObject({
    evidence: z.strictObject({
      kind: code.describe('What was seen: signed-form, notarial-deed or guardianship-record'),
      reference: someWords(64).describe('Under which mark it is filed, for example counter-3/2026-0017'),
    }),
  }),
);

const mandate = z
  .object({
    id: z.string(),
    principal: z.object({
      residentId: z.string().describe('Of an organisation, its credit code'),
      name: z.string().optional(),
      isOrganisation: z.boolean().optional(),
    }),
    agent: z.object({
      residentId: z.string(),
      name: z.string().optional().describe('Not told to whoever gave the mandate by the id alone'),
    }),
    packages,
    until: moment,
    status: z.string().describe('asked, in-force, refused, revoked or lapsed'),
    askedAt: moment.optional(),
    confirmedAt: moment.optional(),
    confirmedBy: z
      .string()
      .optional()
      .describe('principal or officer; register, of a guardian or a legal representative'),
    endedAt: moment.optional(),
    counter: z
      .object({
        askedBy: z.string().describe('The officer who saw the evidence'),
        askedAt: moment.optional(),
        evidence: z.object({ kind: z.string(), reference: z.string() }),
        approvedBy: z.string().optional().describe('The second officer; absent while it waits'),
      })
      .optional()
      .describe('Of a mandate that was or is to be confirmed at a counter'),
  })
  .describe('A mandate 代办委托: the agent acts in the principal’s name');

export const mandateShape = named('Mandate', mandate);
export const waitingMandates = named('WaitingMandates', z.object({ mandates: z.array(mandateShape) }));
export const mandateList = named(
  'MandateList',
  z.object({ given: z.array(mandateShape), received: z.array(mandateShape), nextCursor: z.string().optional() }),
);

export const mandateView = (of: residents.v1.Mandate): z.output<typeof mandate> => ({
  id: of.mandateId,
  principal: {
    residentId: of.principalId,
    name: unlessEmpty(of.principalName),
    isOrganisation: of.ofOrganisation || undefined,
  },
  agent: { residentId: of.agentId, name: unlessEmpty(of.agentName) },
  packages: of.packages.length === 0 ? 'all' : of.packages,
  until: iso(of.until) ?? '',
  status: of.status,
  askedAt: iso(of.askedAt),
  confirmedAt: iso(of.confirmedAt),
  confirmedBy: unlessEmpty(of.confirmedBy),
  endedAt: iso(of.endedAt),
  counter: of.counter && {
    askedBy: of.counter.askedBy,
    askedAt: iso(of.counter.askedAt),
    evidence: { kind: of.counter.evidence?.kind ?? '', reference: of.counter.evidence?.reference ?? '' },
    approvedBy: unlessEmpty(of.counter.approvedBy),
  },
});

/** The last moment of a day in the city. */
export const endOfDay = (day: string): Date => new Date(`${day}T23:59:59.999+08:00`);
