import type { Facts, Ground, Missing, Shown, StepKind } from '@lianban/steps';
import { hasEnded, isReviewed, stepOf, type ApplicationState, type StepState } from './application';
import { findStep, narrowed, type Plan, type PlanStep, type Text } from './plan';
import type { TimelineEntry } from './timeline';

export interface GroundView extends Ground {
  facts: { [name: string]: string };
}

export interface StepView {
  id: string;
  item: string;
  department: string;
  name: Text;
  needs: string[];
  status: string;
  reason: string;
  facts: { [name: string]: unknown };
  grounds: GroundView[];
  missing: Missing[];
  promisedAt: Date | undefined;
  statutoryAt: Date | undefined;
  dueAt: Date | undefined;
  promisedProvisional: boolean;
  statutoryProvisional: boolean;
  dueProvisional: boolean;
  kind: StepKind;
  until: Date | undefined;
  payment: Shown['payment'];
  document: Shown['document'];
  /** For operators alone. */
  takeOverAsk: TakeOverAskView | undefined;
  appointment: { beginsAt: Date; endsAt: Date | undefined; place: string } | undefined;
  decidedBy: string;
  reviewBy: Date | undefined;
  reviewed: boolean;
  correction: StepState['correction'];
}

export interface TakeOverAskView {
  outcome: string;
  reason: string;
  facts: { [name: string]: unknown };
  askedBy: string;
  askedAt: Date | undefined;
}

export interface TimelineEntryView {
  at: Date;
  step: string;
  department: string;
  what: string;
  detail: string;
  until: Date | undefined;
  agentId: string;
  provisional: boolean;
}

/** What a view takes of a plan. */
type Described = Pick<Plan, 'name' | 'steps'>;

/** Shaped like applications.v1.Application. */
export interface ApplicationView {
  applicationNumber: string;
  package: string;
  packageVersion: number;
  name: Text;
  residentId: string;
  status: string;
  submittedAt: Date | undefined;
  endedAt: Date | undefined;
  steps: StepView[];
  timeline: TimelineEntryView[];
  version: number;
  agentId: string;
  assistedBy: string;
  about: string;
  /** Told to nobody from here: see Get. */
  answers: undefined;
  materials: [];
}

/** An application as the resident and the officer see it: who has which step, since when, until when, what is asked of whom. */
export function applicationView(state: ApplicationState, plan: Described, version: number): ApplicationView {
  return {
    applicationNumber: state.number,
    package: state.package,
    packageVersion: state.packageVersion,
    name: plan.name,
    residentId: state.residentId,
    status: statusOf(state, plan),
    submittedAt: state.submittedAt ?? undefined,
    endedAt: state.endedAt ?? undefined,
    steps: narrowed(plan, (id) => state.steps[id] !== undefined).steps.map((step) =>
      stepView(step, stepOf(state, step.id)),
    ),
    timeline: state.timeline.map((entry) => entryView(withReason(entry, state), plan)),
    version,
    agentId: state.agentId ?? '',
    assistedBy: state.assistedBy ?? '',
    about: state.subject?.kind ?? 'self',
    answers: undefined,
    materials: [],
  };
}

function withReason(entry: TimelineEntry, { withdrawalReason }: ApplicationState): TimelineEntry {
  return entry.what === 'withdrawn' && withdrawalReason ? { ...entry, detail: withdrawalReason } : entry;
}

/** The ending; else "waiting-for-you" before anything else, because then only the resident can go on. */
export function statusOf(state: ApplicationState, { steps }: Pick<Plan, 'steps'>): string {
  if (state.ending !== null && hasEnded(state)) return state.ending;
  const of = ({ id }: PlanStep): string => stepOf(state, id).status;
  if (steps.some((step) => step.forResident.includes(of(step)))) return 'waiting-for-you';
  return steps.some((step) => of(step) === 'needs-operator') ? 'needs-operator' : 'in-progress';
}

function stepView({ id, kind, item, department, name, needs }: PlanStep, state: StepState): StepView {
  const { status, reason = '', facts = NO_FACTS, grounds = [], missing = [], promisedAt, statutoryAt, dueAt } = state;
  return {
    id,
    item,
    department,
    name,
    needs: [...needs],
    status,
    reason,
    facts: { ...facts },
    grounds: grounds.map(groundView),
    missing: [...missing],
    promisedAt,
    statutoryAt,
    dueAt,
    promisedProvisional: state.promisedProvisional ?? false,
    statutoryProvisional: state.statutoryProvisional ?? false,
    dueProvisional: isDueProvisional(state),
    kind,
    until: state.until,
    payment: state.shown?.payment,
    document: state.shown?.document,
    takeOverAsk: takeOverView(state.takeOverAsk),
    appointment: appointmentView(state.shown?.appointment),
    decidedBy: state.decidedBy ?? '',
    reviewBy: isReviewed(state) ? undefined : state.reviewBy,
    reviewed: isReviewed(state),
    correction: state.correction,
  };
}

/** Counted by applications, or after the department's own limit. */
const isDueProvisional = ({ status, dueAt, dueCounted, statutoryProvisional }: StepState): boolean =>
  dueAt !== undefined && (dueCounted !== undefined || (status === 'accepted' && statutoryProvisional === true));

const appointmentView = (of: Shown['appointment']): StepView['appointment'] => of && { ...of, endsAt: of.endsAt };

export const takeOverView = (of: StepState['takeOverAsk']): TakeOverAskView | undefined => {
  if (!of) return undefined;
  const { outcome, reason, facts, operator: askedBy, askedAt } = of;
  return { outcome, reason, facts: { ...facts }, askedBy, askedAt };
};

const NO_FACTS: Facts = {};

/** Decisions heard before grounds had codes are without. */
const groundView = ({ code = '', facts = {}, ...ground }: Ground): GroundView => ({
  ...ground,
  code,
  facts: { ...facts },
});

const entryView = (
  { at, what, step = '', detail = '', until, agentId = '', provisional }: TimelineEntry,
  plan: Described,
): TimelineEntryView => ({
  at,
  step,
  department: findStep(plan, step)?.department ?? '',
  what,
  detail,
  until,
  agentId,
  provisional: provisional ?? false,
});
