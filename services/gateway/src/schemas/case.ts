import { type applications, casework } from '@lianban/protos';
import { z } from 'zod';
import { clockOf, clockShape } from './case-clock';
import { named } from './components';
import { correctionAskOf, correctionAskShape, correctionsOf, correctionsShape } from './decision-correction';
import { askStatus, askedAndAnswered, outcome, outcomeWord } from './outcome';
import {
  facts,
  ground,
  groundView,
  iso,
  missing,
  missingView,
  moment,
  provisional,
  unlessEmpty,
  unlessNone,
} from './common';

const { DecidedBy } = casework.v1;

const decisionAskShape = named(
  'DecisionAsk',
  z
    .object({
      status: askStatus,
      reason: z.string().optional(),
      facts: facts.optional(),
      askedBy: z.string(),
      askedAt: moment.optional(),
      until: moment.optional().describe('Unanswered by then, it lapses'),
      answeredBy: z.string().optional(),
      answeredAt: moment.optional(),
    })
    .describe('More money than one person may grant: one asks, another approves or declines'),
);

const extensionShape = named(
  'CaseExtension',
  z
    .object({
      status: askStatus,
      days: z.number().describe('Working days'),
      reason: z.string(),
      askedBy: z.string(),
      askedAt: moment.optional(),
      answeredBy: z.string().optional(),
      answeredAt: moment.optional(),
    })
    .describe('One person asks for it, another approves or declines: only then the limits move 延长时限'),
);

/** Why the officer who asks must stay out of a case 回避. */
const relation = z.enum(['self', 'filed', 'household', 'mandate']);
export type Relation = z.output<typeof relation>;

const summary = z.object({
  id: z.string().describe('<application number>/<step>'),
  applicationNumber: z.string(),
  step: z.string(),
  item: z.string(),
  department: z.string(),
  district: z.string().optional(),
  status: z.string(),
  version: z.number().describe('The number inside the ETag: send it as If-Match'),
  residentId: z.string(),
  receivedAt: moment.optional(),
  acceptedAt: moment.optional(),
  deemed: z.boolean().optional().describe('Nobody spoke in time: it counts as accepted (行政许可法 art. 32)'),
  promisedAt: moment.optional(),
  statutoryAt: moment.optional(),
  promisedProvisional: provisional,
  statutoryProvisional: provisional,
  pausedAt: moment.optional(),
  pausedFor: z.string().optional(),
  outcome: outcome.optional(),
  officer: z.string().optional().describe('Who acted last'),
  holder: z.string().optional().describe('Who has it in hand; absent while nobody has'),
  clock: clockShape,
  extension: extensionShape.optional(),
  decisionAsk: decisionAskShape.optional(),
  correctionAsk: correctionAskShape.optional(),
  approvedBy: z.string().optional().describe('The second person, of a decision that needed one'),
  changedAt: moment.optional(),
  changedBy: z.string().optional(),
  change: z.string().optional(),
  closedAt: moment.optional(),
});

const objection = named(
  'Objection',
  z.object({
    objection: z.string().describe('Its number'),
    text: z.string().optional().describe('In the words of who objects; absent while it cannot be looked up'),
    filedAt: moment.optional(),
    dismissed: z.boolean().optional().describe('It came when no public notice was open, and was not taken up'),
  }),
);

/** Lists show what officers choose by; answers are shown with a single case. */
export const caseSummary = named('CaseSummary', summary);
export const caseShape = named(
  'Case',
  summary.extend({
    answers: facts,
    earlier: facts.describe('Outcome and facts of the earlier steps this one needs'),
    known: facts.describe('Facts learnt from other services'),
    materials: z
      .array(
        z.object({
          code: z.string(),
          grade: z.string(),
          reference: z.string(),
          handedInAt: z.string().optional().describe('When a supplement brought it'),
        }),
      )
      .describe('Those of one code are pages of one paper, in their order'),
    missing: z.array(missing).optional(),
    reason: z.string().optional(),
    facts: facts.optional(),
    grounds: z.array(ground).optional(),
    corrections: correctionsShape.optional(),
    objections: z.array(objection).optional().describe('What people object to 异议, oldest first'),
    decidedBy: z.enum(['rule', 'officer']).optional(),
    handedOver: z.string().optional().describe('Why the rule could not finish it'),
    filedBy: z
      .array(z.string())
      .optional()
      .describe('Who applied or supplemented in the resident’s name: none of them works on the case'),
    conflict: relation
      .optional()
      .describe(
        'Why you must stay out of this case 回避: nothing of the person is shown then, and only letting go is possible',
      ),
    awaited: z.array(z.string()).optional().describe('Facts asked of other services that have not come'),
  }),
);
const counts = named(
  'CaseCounts',
  z.object({
    total: z.number().describe('Rows of this list on all its pages'),
    team: z.number(),
    mine: z.number(),
    unassigned: z.number(),
    overdue: z.number(),
    red: z.number(),
    amber: z.number(),
    extensionsAsked: z.number().describe('With an extension that waits for approval'),
    asksWaiting: z.number().describe('On which anything waits for a second person'),
  }),
);
export const caseList = named(
  'CaseList',
  z.object({
    cases: z.array(caseSummary),
    nextCursor: z.string().optional(),
    counts: counts.optional(),
  }),
);

const deciderWord = (of: casework.v1.DecidedBy) => {
  if (of === DecidedBy.RULE) return 'rule';
  return of === DecidedBy.OFFICER ? 'officer' : undefined;
};

const extensionOf = (of: casework.v1.CaseExtension | undefined): z.output<typeof extensionShape> | undefined => {
  const status = extensionShape.shape.status.safeParse(of?.status);
  return of && status.success
    ? {
        status: status.data,
        days: of.days,
        reason: of.reason,
        ...askedAndAnswered(of),
      }
    : undefined;
};

const decisionAskOf = (of: casework.v1.DecisionAsk | undefined): z.output<typeof decisionAskShape> | undefined => {
  const status = askStatus.safeParse(of?.status);
  return of && status.success
    ? {
        status: status.data,
        reason: unlessEmpty(of.reason),
        facts: of.facts,
        until: iso(of.until),
        ...askedAndAnswered(of),
      }
    : undefined;
};

export const caseSummaryView = (of: casework.v1.Case): z.output<typeof summary> => ({
  id: of.id,
  applicationNumber: of.ref?.applicationNumber ?? '',
  step: of.ref?.step ?? '',
  item: of.ref?.item ?? '',
  department: of.ref?.department ?? '',
  district: unlessEmpty(of.district),
  status: of.status,
  version: of.version,
  residentId: of.residentId,
  receivedAt: iso(of.receivedAt),
  acceptedAt: iso(of.acceptedAt),
  deemed: of.deemed || undefined,
  promisedAt: iso(of.promisedAt),
  statutoryAt: iso(of.statutoryAt),
  promisedProvisional: of.promisedProvisional || undefined,
  statutoryProvisional: of.statutoryProvisional || undefined,
  pausedAt: iso(of.pausedAt),
  pausedFor: unlessEmpty(of.pausedFor),
  outcome: outcomeWord(of.outcome),
  officer: unlessEmpty(of.officer),
  holder: unlessEmpty(of.holder),
  clock: clockOf(of.clock),
  extension: extensionOf(of.extension),
  decisionAsk: decisionAskOf(of.decisionAsk),
  correctionAsk: correctionAskOf(of.correctionAsk),
  approvedBy: unlessEmpty(of.approvedBy),
  changedAt: iso(of.changedAt),
  changedBy: unlessEmpty(of.changedBy),
  change: unlessEmpty(of.change),
  closedAt: iso(of.closedAt),
});

const objectionView = (number: string, texts: readonly applications.v1.Objection[]): z.output<typeof objection> => {
  const found = texts.find((each) => each.objection === number);
  return { objection: number, text: found?.text, filedAt: iso(found?.filedAt) };
};

export const caseView = (
  of: casework.v1.Case,
  texts: readonly applications.v1.Objection[],
): z.output<typeof caseShape> => ({
  ...caseSummaryView(of),
  answers: of.answers ?? {},
  earlier: of.earlier ?? {},
  known: of.known ?? {},
  materials: of.materials.map(({ code, grade, reference }) => {
    const at = of.handedInAt[reference];
    return { code, grade, reference, ...(at && { handedInAt: at.toISOString() }) };
  }),
  missing: unlessNone(of.missing.map(missingView)),
  reason: unlessEmpty(of.reason),
  facts: of.facts,
  grounds: unlessNone(of.grounds.map(groundView)),
  corrections: unlessNone(correctionsOf(of.corrections)),
  objections: unlessNone([
    ...of.objections.map((number) => objectionView(number, texts)),
    ...of.dismissedObjections.map((number) => ({ ...objectionView(number, texts), dismissed: true })),
  ]),
  decidedBy: deciderWord(of.decidedBy),
  handedOver: unlessEmpty(of.handedOver),
  filedBy: unlessNone(of.filedBy),
  awaited: unlessNone(of.awaited),
});
