import type { applications } from '@lianban/protos';
import { z } from 'zod';
import { named } from './components';
import { facts, ground, groundView, iso, moment, provisional, text, textView, unlessEmpty, unlessNone } from './common';

export const takeOverShape = z.object({
  outcome: z.string(),
  reason: z.string(),
  facts: facts.optional(),
  askedBy: z.string(),
  askedAt: moment.optional(),
});

const step = named(
  'Step',
  z.object({
    id: z.string(),
    item: z.string(),
    kind: z.string().describe('decision; or payment, document, booking, which a city service performs'),
    department: z.string().describe('The department, or the city service, that performs it'),
    name: text,
    needs: z.array(z.string()),
    status: z.string(),
    reason: z.string().optional(),
    facts: facts.optional(),
    grounds: z.array(ground).optional(),
    missing: z
      .array(z.object({ code: z.string() }))
      .optional()
      .describe('What the resident still owes, all at once (行政许可法 art. 32); listMissing has the officer’s words'),
    promisedAt: moment.optional(),
    statutoryAt: moment.optional(),
    dueAt: moment.optional(),
    promisedProvisional: provisional,
    statutoryProvisional: provisional,
    dueProvisional: provisional,
    until: moment.optional().describe('Until when somebody has to act on a step that is no decision'),
    payment: z.object({ amountCents: z.number() }).optional(),
    document: z.object({ number: z.string() }).optional(),
    takeOver: takeOverShape
      .optional()
      .describe('A take-over that waits for a second operator; told to operators alone'),
    appointment: z.object({ beginsAt: moment, endsAt: moment.optional(), place: z.string() }).optional(),
    decidedBy: z.enum(['rule', 'officer']).optional().describe('Of a decision: a rule alone made it, or a person'),
    reviewBy: moment
      .optional()
      .describe('A rule refused it: until when an objection makes a person look at it (个人信息保护法 art. 24)'),
    reviewed: z
      .literal(true)
      .optional()
      .describe('A person looks at what a rule refused; its reason and grounds are the rule’s'),
    correction: z
      .object({ at: moment, error: z.string(), was: z.string() })
      .optional()
      .describe('Its decision was in error and was put right: when, why, and what it had said'),
  }),
);

const timelineEntry = named(
  'TimelineEntry',
  z.object({
    at: moment,
    step: z.string().optional(),
    department: z.string().optional(),
    what: z.string(),
    detail: z.string().optional(),
    until: moment.optional().describe('Until when somebody has to act'),
    provisional: provisional.describe('Beside until: as it was known then, by no published holiday table'),
    agent: z.string().optional().describe('Who did it in the applicant’s name, by a mandate'),
  }),
);

const graph = z
  .object({
    nodes: z.array(z.object({ step: z.string(), department: z.string(), status: z.string() })),
    edges: z.array(z.object({ from: z.string(), to: z.string() })),
  })
  .describe('The steps, and which of them waits for which');

const summary = z.object({
  applicationNumber: z.string(),
  package: z.string(),
  packageVersion: z.number(),
  name: text,
  status: z.string().describe('in-progress, waiting-for-you, or the ending'),
  submittedAt: moment.optional(),
  endedAt: moment.optional(),
  assistedBy: z.string().optional().describe('The officer at whose counter it was submitted'),
  about: z.string().optional().describe('Whom it is about, when not the applicant: child, newborn, dead'),
  version: z.number(),
  residentId: z.string().describe('Whose application it is'),
  agent: z.string().optional().describe('Who applied in their name, by a mandate'),
  steps: z.array(step),
});

export const applicationSummary = named('ApplicationSummary', summary);
export const toldApplication = summary.extend({ timeline: z.array(timelineEntry) });
const handedIn = z.object({ code: z.string(), grade: z.string(), reference: z.string() });
export const applicationShape = named(
  'Application',
  toldApplication.extend({
    graph,
    answers: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('As handed in, for whoever did, while they are kept'),
    materials: z.array(handedIn).optional().describe('As handed in, for whoever did, while they are kept'),
  }),
);
export const applicationList = named(
  'ApplicationList',
  z.object({ applications: z.array(applicationSummary), nextCursor: z.string().optional() }),
);

export type ApplicationView = z.output<typeof applicationShape>;

const stepView = (of: applications.v1.Step): z.output<typeof step> => ({
  id: of.id,
  item: of.item,
  // One of an earlier release says none: it knows decisions only.
  kind: of.kind || 'decision',
  department: of.department,
  name: textView(of.name),
  needs: of.needs,
  status: of.status,
  reason: unlessEmpty(of.reason),
  facts: of.facts,
  grounds: unlessNone(of.grounds.map(groundView)),
  missing: unlessNone(of.missing.map(({ code }) => ({ code }))),
  promisedAt: iso(of.promisedAt),
  statutoryAt: iso(of.statutoryAt),
  dueAt: iso(of.dueAt),
  promisedProvisional: of.promisedProvisional || undefined,
  statutoryProvisional: of.statutoryProvisional || undefined,
  dueProvisional: of.dueProvisional || undefined,
  until: iso(of.until),
  payment: of.payment && { amountCents: of.payment.amountCents },
  document: of.document && { number: of.document.number },
  appointment: of.appointment && {
    beginsAt: iso(of.appointment.beginsAt) ?? '',
    endsAt: iso(of.appointment.endsAt),
    place: of.appointment.place,
  },
  decidedBy: of.decidedBy === 'rule' || of.decidedBy === 'officer' ? of.decidedBy : undefined,
  reviewBy: iso(of.reviewBy),
  reviewed: of.reviewed || undefined,
  correction: of.correction && { at: iso(of.correction.at) ?? '', error: of.correction.error, was: of.correction.was },
});

const entryView = (of: applications.v1.TimelineEntry): z.output<typeof timelineEntry> => ({
  at: iso(of.at) ?? '',
  step: unlessEmpty(of.step),
  department: unlessEmpty(of.department),
  what: of.what,
  detail: unlessEmpty(of.detail),
  until: iso(of.until),
  provisional: of.provisional || undefined,
  agent: unlessEmpty(of.agentId),
});

export const summaryView = (of: applications.v1.Application): z.output<typeof summary> => ({
  applicationNumber: of.applicationNumber,
  package: of.package,
  packageVersion: of.packageVersion,
  name: textView(of.name),
  status: of.status,
  submittedAt: iso(of.submittedAt),
  endedAt: iso(of.endedAt),
  assistedBy: unlessEmpty(of.assistedBy),
  about: of.about === 'self' ? undefined : unlessEmpty(of.about),
  version: of.version,
  residentId: of.residentId,
  agent: unlessEmpty(of.agentId),
  steps: of.steps.map(stepView),
});

export const toldView = (of: applications.v1.Application): z.output<typeof toldApplication> => ({
  ...summaryView(of),
  timeline: of.timeline.map(entryView),
});

export const applicationView = (of: applications.v1.Application): ApplicationView => ({
  ...toldView(of),
  answers: of.answers && Object.keys(of.answers).length > 0 ? of.answers : undefined,
  materials: unlessNone(of.materials.map(({ code, grade, reference }) => ({ code, grade, reference }))),
  graph: {
    nodes: of.steps.map(({ id, department, status }) => ({ step: id, department, status })),
    edges: of.steps.flatMap(({ id, needs }) => needs.map((from) => ({ from, to: id }))),
  },
});

/** "needs-operator" is not an end: an operator's take-over goes on from it. */
export const hasEnded = (of: applications.v1.Application): boolean =>
  of.endedAt !== undefined && of.status !== 'needs-operator';

/** With what operators alone are told. */
export const operatorsView = (of: applications.v1.Application): ReturnType<typeof applicationView> => {
  const view = applicationView(of);
  const takeOverOf = ({ id }: { readonly id: string }) => of.steps.find((step) => step.id === id)?.takeOverAsk;
  return { ...view, steps: view.steps.map((step) => ({ ...step, takeOver: takeOverView(takeOverOf(step)) })) };
};

export const takeOverView = (of: applications.v1.TakeOverAsk | undefined) =>
  of && { outcome: of.outcome, reason: of.reason, facts: of.facts, askedBy: of.askedBy, askedAt: iso(of.askedAt) };
