import type { applications, operations } from '@lianban/protos';
import { z } from 'zod';
import { takeOverShape, takeOverView } from './application';
import { iso, moment, text, textView, unlessEmpty } from './common';
import { named } from './components';
import { field, fieldView } from './package';

const recordHead = named(
  'RecordHead',
  z
    .object({ place: z.string(), type: z.string(), subject: z.string(), sequence: z.string() })
    .describe('A record by its headers; place is topic/partition/offset'),
);

export const mendingAct = z
  .enum(['replay', 'drop', 'send-again'])
  .describe(
    'replay applies what is parked, drop gives its first record up, send-again sends what others could not take once more',
  );

export const mendingAsk = named(
  'MendingAsk',
  z.object({
    act: z.string(),
    key: z.string(),
    reason: z.string(),
    askedBy: z.string(),
    askedAt: moment.optional(),
    records: z.array(recordHead).describe('Only these are touched'),
    status: z.string().describe('asked, approved or declined'),
    answeredBy: z.string().optional(),
  }),
);
export const mendingAskView = (of: operations.v1.MendingAsk): z.output<typeof mendingAsk> => ({
  ...of,
  askedAt: iso(of.askedAt),
  answeredBy: unlessEmpty(of.answeredBy),
});

export const touched = named('TouchedRecords', z.object({ records: z.array(recordHead) }));

const parkedKey = z.object({
  topic: z.string(),
  key: z.string(),
  reason: z.string(),
  since: moment.optional(),
  records: z.number(),
  releasing: z.boolean(),
});
const lateDeadline = z.object({ kind: z.string(), id: z.string(), due: moment.optional() });

const serviceStanding = named(
  'ServiceStanding',
  z.object({
    service: z.string(),
    answers: z.boolean().describe('Of one that does not answer nothing else is known'),
    lagRecords: z.number(),
    outboxBatches: z.number(),
    outboxOldest: moment.optional(),
    parked: z.array(parkedKey),
    parkedKeys: z.number(),
    late: z.array(lateDeadline),
    deadlinesLate: z.number(),
    asks: z.array(mendingAsk),
  }),
);
export const standings = named('ServiceStandings', z.object({ services: z.array(serviceStanding) }));

export const noStanding = (service: string): z.output<typeof serviceStanding> => ({
  ...{ service, answers: false, lagRecords: 0, outboxBatches: 0, parkedKeys: 0, deadlinesLate: 0 },
  ...{ parked: [], late: [], asks: [] },
});
export const standingView = (service: string, of: operations.v1.Standing): z.output<typeof serviceStanding> => ({
  ...of,
  service,
  answers: true,
  outboxOldest: iso(of.outboxOldest),
  parked: of.parked.map((each) => ({ ...each, since: iso(each.since) })),
  late: of.late.map((each) => ({ ...each, due: iso(each.due) })),
  asks: of.asks.map(mendingAskView),
});

const letter = z.object({
  sender: z.string().describe('Whose record it is'),
  listener: z.string().describe('Who could not take it'),
  key: z.string(),
  record: recordHead,
  reason: z.string(),
});
export const deadLetters = named(
  'DeadLetters',
  z.object({
    letters: z.array(letter),
    total: z.number(),
    unknown: z.array(z.string()).describe('Services that did not answer'),
  }),
);

const hangingStep = z.object({
  applicationNumber: z.string(),
  step: z.string(),
  item: z.string(),
  department: z.string(),
  name: text,
  asked: z.string().describe('decision, cancellation or compensation'),
  reason: z.string().optional().describe('Why an operator has it, as in decision-overdue'),
  since: moment.optional(),
  takeOver: takeOverShape.optional(),
  facts: z.array(field).describe('What the department would say with a grant'),
});
export const hangingSteps = named('HangingSteps', z.object({ steps: z.array(hangingStep) }));
export const hangingView = (of: applications.v1.HangingStep): z.output<typeof hangingStep> => ({
  ...{ applicationNumber: of.applicationNumber, step: of.step, item: of.item, department: of.department },
  name: textView(of.name),
  asked: of.asked,
  reason: unlessEmpty(of.reason),
  since: iso(of.since),
  takeOver: takeOverView(of.takeOverAsk),
  facts: of.facts.map(fieldView),
});

const operatorsStep = z.object({
  id: z.string(),
  item: z.string(),
  name: text,
  department: z.string(),
  status: z.string(),
  dueAt: moment.optional(),
  takeOver: takeOverShape.optional(),
});
/** Where an application is, and nothing of what its applicant said. */
export const operatorsCase = named(
  'OperatorsCase',
  z.object({
    applicationNumber: z.string(),
    name: text,
    status: z.string(),
    submittedAt: moment.optional(),
    steps: z.array(operatorsStep),
    timeline: z.array(
      z.object({
        at: moment,
        step: z.string().optional(),
        department: z.string().optional(),
        what: z.string(),
        detail: z.string().optional(),
      }),
    ),
  }),
);
/** Reasons that residents and operators wrote are left out: a look here is about where it is. */
const written = ['withdrawn', 'taken-over'];
export const operatorsCaseView = (of: applications.v1.Application): z.output<typeof operatorsCase> => ({
  applicationNumber: of.applicationNumber,
  name: textView(of.name),
  status: of.status,
  submittedAt: iso(of.submittedAt),
  steps: of.steps.map(({ id, item, name, department, status, dueAt, takeOverAsk }) => ({
    ...{ id, item, department, status },
    name: textView(name),
    dueAt: iso(dueAt),
    takeOver: takeOverView(takeOverAsk),
  })),
  timeline: of.timeline.map(({ at, step, department, what, detail }) => ({
    at: iso(at) ?? '',
    step: unlessEmpty(step),
    department: unlessEmpty(department),
    what,
    detail: written.includes(what) ? undefined : unlessEmpty(detail),
  })),
});
