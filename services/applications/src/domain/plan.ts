import type { Facts, ServiceKind } from '@lianban/steps';

export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** What a condition says about an application's facts, and why, in words that repeat no answer. */
export interface Verdict {
  readonly holds: boolean;
  readonly why: string;
}

export type Condition = (context: Facts) => Verdict;

/** What follows when a step is refused: stop what needs it, go on without it, or take back all that was granted. */
export type OnRefusal = 'stop' | 'go-on' | 'compensate';

/** What a department asks of the register only with the applicant's consent. */
export interface Share {
  readonly department: string;
  /** The item it is asked for. */
  readonly purpose: string;
  /** Of the words people agree to. */
  readonly version: string;
  /** The material that says the same on paper. */
  readonly material?: string | undefined;
}

/** What steps of every kind have: one item 事项 of the service that performs it. All limits in working days. */
interface AnyStep {
  readonly id: string;
  readonly item: string;
  /** It is performed by this version, whatever the catalogue has since. */
  readonly itemVersion: number;
  /** Who performs it: of a decision a department, of other kinds a city service. */
  readonly department: string;
  readonly name: Text;
  /** Steps whose outcome this one waits for. */
  readonly needs: readonly string[];
  readonly when: Condition;
  readonly onRefusal: OnRefusal;
  /** How long it may take, from the request on, before a person has to look. */
  readonly limitDays: number;
  /** The statuses in which only the resident can go on. */
  readonly forResident: readonly string[];
  /** The answers that travel to the service: no others do. */
  readonly answers: readonly string[];
  /** Absent for the most: without any, nobody has to be told before the step is asked for. */
  readonly shares?: readonly Share[];
  /** The department may ask the register for it by its duty: it is given the proof that the case is its own. */
  readonly byDuty?: true;
}

/** What a department is told of a decision beside the answers. */
export interface DecisionTerms {
  readonly decidedBy: 'rule' | 'officer';
  /** Working days; 0 where the law counts calendar days. */
  readonly statutoryDays: number;
  readonly statutoryCalendarDays?: number;
  readonly promisedDays: number;
}

export interface DecisionStep extends AnyStep, DecisionTerms {
  readonly kind: 'decision';
  /** The materials that travel to the department: no others do. */
  readonly materials: readonly string[];
}

export interface ServiceStep extends AnyStep {
  readonly kind: ServiceKind;
}

/** One step of a package 一件事. */
export type PlanStep = DecisionStep | ServiceStep;

/** One version of a package, ready to run: conditions are compiled, nothing is left to look up. */
export interface Plan {
  readonly code: string;
  readonly version: number;
  readonly name: Text;
  /** Whether what was granted is taken back when the resident withdraws. */
  readonly withdrawal: 'keep' | 'compensate';
  /** Working days to answer a cancellation, and to take back what was granted. */
  readonly cancellationDays: number;
  readonly compensationDays: number;
  /** Calendar days granted on top of a department's own date (a notice's end, a supplement's limit). */
  readonly graceDays: number;
  readonly steps: readonly PlanStep[];
}

/** The plan of a package's version; a running application keeps the version it began with. */
export type Plans = (code: string, version: number) => Plan | undefined;

/** The plan of an application that has not all the steps of its package: what waited for those it lacks does not wait for them. */
export function narrowed<P extends Pick<Plan, 'steps'>>(plan: P, has: (id: string) => boolean): P {
  if (plan.steps.every(({ id }) => has(id))) return plan;
  const steps = plan.steps.filter(({ id }) => has(id));
  return { ...plan, steps: steps.map((step) => ({ ...step, needs: step.needs.filter(has) })) };
}

export const findStep = (plan: Pick<Plan, 'steps'>, id: string): PlanStep | undefined =>
  plan.steps.find((step) => step.id === id);
