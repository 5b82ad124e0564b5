import type { applications, casework, residents } from '@lianban/protos';
import { identityKinds, isIdentityKind } from '@lianban/input';
import { z } from 'zod';
import { outcome, outcomeWord } from './outcome';
import { named } from './components';
import { facts, ground, groundView, iso, moment, unlessEmpty } from './common';

export const officerShape = named(
  'Officer',
  z.object({
    id: z.string(),
    department: z.string(),
    district: z.string().optional(),
    isSupervisor: z.boolean(),
    roles: z
      .array(z.string())
      .optional()
      .describe('All that this person may act in; they switch at /auth/role. Absent before gateway 0.3'),
    scopes: z.array(z.string()).describe('Given beyond the cases of the desk: counter'),
  }),
);

const colleague = named('Colleague', z.object({ id: z.string(), name: z.string(), district: z.string().optional() }));
export const officerList = named('OfficerList', z.object({ officers: z.array(colleague) }));

export const audience = z.enum(['officers', 'resident']).describe('officers: internal; resident: a message to them');
const note = named('Note', z.object({ id: z.string(), audience, text: z.string(), by: z.string(), at: moment }));
export const noteShape = note;
export const noteList = named('NoteList', z.object({ notes: z.array(note) }));
export const noteView = (of: casework.v1.Note): z.output<typeof note> => ({
  id: of.id,
  audience: audience.catch('officers').parse(of.audience),
  text: of.text,
  by: of.by,
  at: iso(of.at) ?? '',
});

const message = named(
  'Message',
  z.object({
    step: z.string(),
    department: z.string(),
    text: z.string(),
    at: moment,
    unread: z
      .boolean()
      .describe('I was not told before that I have it. Left out when that cannot be looked up now')
      .optional(),
  }),
);
export const messageList = named('MessageList', z.object({ messages: z.array(message) }));

export const dryRunShape = named(
  'Rehearsal',
  z.object({ outcome: outcome.optional(), reason: z.string(), facts, grounds: z.array(ground) }),
);
export const dryRunView = (of: casework.v1.RehearseResponse): z.output<typeof dryRunShape> => ({
  outcome: outcomeWord(of.outcome),
  reason: of.reason,
  facts: of.facts ?? {},
  grounds: of.grounds.map(groundView),
});

const bulkResult = named(
  'BulkResult',
  z.object({
    id: z.string(),
    result: z.string().describe('done, nothing-to-do or refused; of a rehearsal, what would be'),
    version: z.number(),
    slug: z.string().optional(),
    detail: z.string().optional(),
    status: z.string().optional(),
    holder: z.string().optional(),
  }),
);
export const bulkResults = named('BulkResults', z.object({ results: z.array(bulkResult) }));
export const bulkResultView = (of: casework.v1.BulkResult) => ({
  id: of.id,
  result: of.result,
  version: of.version,
  slug: unlessEmpty(of.slug),
  detail: unlessEmpty(of.detail),
  status: unlessEmpty(of.status),
  holder: unlessEmpty(of.holder),
});

export const personShape = named(
  'Person',
  z
    .object({
      residentId: z.string(),
      name: z.string(),
      idKind: z.enum(identityKinds),
      idNumberMasked: z.string(),
      phone: z.string().optional(),
      address: z.string().optional(),
      district: z.string().optional(),
      birthDate: z.string().optional(),
      organisationKind: z
        .string()
        .optional()
        .describe('Of an organisation, which has a credit code as its id, and no ID number'),
    })
    .describe('The read is recorded, and the resident can see it'),
);
export const personView = (of: residents.v1.Resident): z.output<typeof personShape> => ({
  residentId: of.residentId,
  name: of.name,
  idKind: isIdentityKind(of.idKind) ? of.idKind : 'identity-card',
  idNumberMasked: of.idNumberMasked,
  phone: unlessEmpty(of.phone),
  address: unlessEmpty(of.address),
  district: unlessEmpty(of.district),
  birthDate: unlessEmpty(of.birthDate),
  organisationKind: of.organisationKind,
});

export const disclosed = named('Disclosed', z.object({ idNumber: z.string() }));

const waiting = named(
  'WaitingGroup',
  z.object({
    department: z.string(),
    waitsFor: z.string().describe('officer, resident, notice or facts'),
    item: z.string(),
    cases: z.number(),
    oldest: moment.optional(),
  }),
);
export const boardShape = named(
  'Board',
  z
    .object({
      days: z.array(z.object({ day: z.string(), received: z.number(), closed: z.number() })),
      decided: z.number(),
      onTime: z.number().describe('Of those decided'),
      received: z.number(),
      supplemented: z.number().describe('Of those received'),
      ages: z.array(z.object({ fromDays: z.number(), cases: z.number() })).describe('Open cases by calendar days'),
      waiting: z.array(waiting).describe('Where cases wait, over all departments'),
      holders: z.array(z.object({ holder: z.string().optional(), cases: z.number(), overdue: z.number() })),
    })
    .describe('The officers’ cases of my department; what a rule finished by itself never waited'),
);
export const waitingView = (department: string, of: casework.v1.Waiting): z.output<typeof waiting> => ({
  department,
  waitsFor: of.waitsFor,
  item: of.item,
  cases: of.cases,
  oldest: iso(of.oldest),
});
export const waitingElsewhereView = (of: applications.v1.WaitingSteps): z.output<typeof waiting> => ({
  department: of.department,
  waitsFor: of.waitsFor,
  item: of.item,
  cases: of.steps,
  oldest: iso(of.oldest),
});
