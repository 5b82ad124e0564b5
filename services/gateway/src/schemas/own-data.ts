import type { applications, casework, residents } from '@lianban/protos';
import { z } from 'zod';
import { toldApplication, toldView } from './application';
import { named } from './components';
import { consentShape } from './consent';
import { correctionShape } from './correction';
import { draftShape } from './draft';
import { entitlementShape } from './entitlement';
import { mandateShape } from './mandate';
import { readList } from './read';
import { facts, ground, groundView, iso, moment, text, textView, unlessEmpty, unlessNone } from './common';

const entry = z
  .object({
    residentId: z.string(),
    name: z.string(),
    idKind: z.string().describe('The document whose number it is'),
    idNumber: z.string().describe('Whole'),
    phone: z.string(),
    email: z.string().optional().describe('Where notices go by mail, if they gave one'),
    address: z.string(),
    communityCode: z.string(),
    district: z.string(),
    birthDate: z.string(),
    household: z
      .object({
        householdId: z.string(),
        persons: z.number(),
        ownMonthlyIncomeCents: z.number(),
        ownSevereDisability: z.boolean(),
        monthlyIncomeCents: z.number().describe('Of all together'),
        savingsCents: z.number(),
        homes: z.number(),
        cars: z.number(),
      })
      .optional()
      .describe('My part, and what belongs to all of us; what another member earns is theirs'),
  })
  .describe('What the register holds');

const materials = z.array(z.object({ code: z.string(), grade: z.string(), reference: z.string() }));

const ownCase = z
  .object({
    step: z.string(),
    department: z.string(),
    unavailable: z.literal(true).optional().describe('The department did not answer: export again later'),
    status: z.string().optional(),
    receivedAt: moment.optional(),
    answers: facts.optional(),
    materials: materials.optional(),
    earlier: facts.optional().describe('What departments before this one decided'),
    known: facts.optional().describe('What was learnt from elsewhere'),
    findings: facts.optional().describe('What an officer found, once it is decided'),
    facts: facts.optional().describe('What the decision says'),
    grounds: z.array(ground).optional(),
    notes: z.array(z.object({ at: moment.optional(), text: z.string() })).optional(),
    writs: z
      .array(z.object({ number: z.string(), issuedAt: moment.optional(), title: text }))
      .optional()
      .describe('What it told in writing, oldest first'),
  })
  .describe('What a department holds');

const ownApplication = toldApplication.extend({
  answers: facts.describe('As far as they are still kept with the application'),
  materials,
  objections: z.array(z.object({ id: z.string(), step: z.string(), text: z.string(), filedAt: moment.optional() })),
  cases: z.array(ownCase),
});

const ownEntitlement = entitlementShape.partial().extend({
  department: z.string(),
  unavailable: z.literal(true).optional().describe('The department did not answer: export again later'),
});

const upload = z.object({
  reference: z.string().describe('Its content: /api/me/materials/REFERENCE'),
  type: z.string(),
  size: z.number().describe('Bytes'),
  sha256: z.string(),
  uploadedAt: moment.optional(),
  agent: z.string().optional(),
  used: z.boolean().describe('An application names it'),
});

export const ownData = named(
  'OwnData',
  z
    .object({
      about: z.object({ residentId: z.string(), madeAt: moment, leftOut: z.array(z.string()) }),
      register: entry,
      applications: z.array(ownApplication),
      entitlements: z
        .array(ownEntitlement)
        .describe('What I and my household draw and drew, of each department that pays it'),
      uploads: z.array(upload),
      mandates: z.array(mandateShape.extend({ side: z.enum(['given', 'received']) })),
      consents: z.array(consentShape),
      corrections: z.array(correctionShape),
      drafts: z.array(draftShape),
      reads: readList.shape.reads,
      complete: z.literal(true).describe('The last of the file: without it, it was broken off'),
    })
    .describe('Everything the city holds of me (个人信息保护法 art. 45)'),
);
export type OwnData = z.output<typeof ownData>;

export const entryView = ({ household, ...of }: residents.v1.OwnEntry): OwnData['register'] => ({ ...of, household });

const materialView = ({ code, grade, reference }: casework.v1.Material) => ({ code, grade, reference });

export const ownCaseView = (of: casework.v1.OwnCase): Omit<z.output<typeof ownCase>, 'step' | 'department'> => ({
  status: of.status,
  receivedAt: iso(of.receivedAt),
  answers: of.answers,
  materials: of.materials.map(materialView),
  earlier: of.earlier,
  known: of.known,
  findings: of.findings,
  facts: of.facts,
  grounds: unlessNone(of.grounds.map(groundView)),
  notes: unlessNone(of.notes.map(({ at, text: said }) => ({ at: iso(at), text: said }))),
  writs: unlessNone(
    of.writs.map(({ number, issuedAt, title }) => ({ number, issuedAt: iso(issuedAt), title: textView(title) })),
  ),
});

export const ownApplicationView = (
  application: applications.v1.Application,
  { answers = {}, materials: handedIn, objections }: applications.v1.OwnApplication,
  cases: readonly z.output<typeof ownCase>[],
): OwnData['applications'][number] => ({
  ...toldView(application),
  answers,
  materials: handedIn.map(materialView),
  objections: objections.map(({ step, objection }) => ({
    id: objection?.objection ?? '',
    step,
    text: objection?.text ?? '',
    filedAt: iso(objection?.filedAt),
  })),
  cases: [...cases],
});

export const uploadView = ({ upload: of, agentId, used }: applications.v1.OwnUpload): OwnData['uploads'][number] => ({
  reference: of?.reference ?? '',
  type: of?.type ?? '',
  size: of?.size ?? 0,
  sha256: of?.sha256 ?? '',
  uploadedAt: iso(of?.uploadedAt),
  agent: unlessEmpty(agentId),
  used,
});
