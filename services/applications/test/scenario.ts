import { isRefusal, type Refusal } from '@lianban/model';
import type { WorkingDays, WorkingDaysAt } from '@lianban/casework';
import {
  type DecisionProgress,
  type Facts,
  type Progressed,
  type ServiceKind,
  type StepNews,
  stepKinds,
} from '@lianban/steps';
import { loadCatalogue } from '../src/catalogue';
import { noApplication, stepOf, type ApplicationState } from '../src/domain/application';
import type { ApplicationCommand, SubmitApplication, TakeOverStep } from '../src/domain/commands';
import { applicationDecider } from '../src/domain/decider';
import type { ApplicationEvent } from '../src/domain/events';
import {
  type DecisionStep,
  findStep,
  type Plan,
  type PlanStep,
  type Plans,
  type ServiceStep,
} from '../src/domain/plan';

const DAY = 86_400_000;
export const START = new Date('2026-03-02T02:00:00Z');
export const inDays = (days: number, from: Date = START): Date => new Date(from.getTime() + days * DAY);

/** Every day is a working day, and only 2026 has a table: enough to tell limits apart. */
export const plainDays: WorkingDays = {
  add: (from, days) => inDays(days, from),
  between: (from, to) => Math.round((to.getTime() - from.getTime()) / DAY),
  isWorkingDay: () => true,
  tabledUntil: new Date('2026-12-31T15:59:59.999Z'),
};

const anyStep = (id: string) => ({
  id,
  item: `item-of-${id}`,
  itemVersion: 1,
  department: `department-of-${id}`,
  name: { zh: id, en: id },
  needs: [],
  when: () => ({ holds: true, why: 'always' }),
  onRefusal: 'stop' as const,
  limitDays: 10,
  answers: [],
});

/** A decision of a hand-made plan; whatever does not matter to the test has a harmless value. */
export const planStep = (id: string, more: Partial<DecisionStep> = {}): DecisionStep => ({
  ...anyStep(id),
  kind: 'decision',
  forResident: stepKinds.decision.forResident,
  decidedBy: 'rule',
  statutoryDays: 10,
  promisedDays: 5,
  materials: [],
  ...more,
});

/** A step of another kind. */
export const serviceStep = (id: string, kind: ServiceKind, more: Partial<ServiceStep> = {}): ServiceStep => ({
  ...anyStep(id),
  kind,
  forResident: stepKinds[kind].forResident,
  ...more,
});

export const planOf = (steps: readonly PlanStep[], more: Partial<Plan> = {}): Plan => ({
  code: 'made-by-hand',
  version: 1,
  name: { zh: '手工', en: 'Made by hand' },
  withdrawal: 'keep',
  cancellationDays: 5,
  compensationDays: 8,
  graceDays: 3,
  steps,
  ...more,
});

const catalogue = loadCatalogue();
export const cataloguedPlan = (code: string): Plan => {
  const found = catalogue.find(code);
  if (found === undefined) throw new Error(`no package ${code}`);
  return found.plan;
};

/** How far a department is, and when it said so. */
type Told<P> = P extends unknown ? Omit<P, 'kind'> & { readonly at?: Date } : never;

/** One application lived through, command by command. States are frozen, so that a change in place is an error. */
export class Scenario {
  state: ApplicationState = noApplication('LB20260302000001');
  readonly told: ApplicationEvent[] = [];
  now = START;
  private readonly decider;

  constructor(
    readonly plan: Plan,
    daysAt: WorkingDaysAt = () => plainDays,
  ) {
    const plans: Plans = (code, version) => (code === plan.code && version === plan.version ? plan : undefined);
    this.decider = applicationDecider(plans, daysAt);
  }

  /** What is decided, after it has happened. */
  when(command: ApplicationCommand): readonly ApplicationEvent[] | Refusal {
    const decided = this.decider.decide(command, freeze(this.state), this.now);
    if (isRefusal(decided)) return decided;
    this.state = freeze(decided.states.at(-1) ?? this.state);
    this.told.push(...decided.events);
    return decided.events;
  }

  submit(answers: Facts = {}, more: Partial<SubmitApplication> = {}): readonly ApplicationEvent[] | Refusal {
    return this.when({
      type: 'SubmitApplication',
      number: this.state.number,
      package: this.plan.code,
      version: this.plan.version,
      residentId: 'resident-1',
      district: '410105',
      answers,
      materials: [],
      ...more,
    });
  }

  /** What two operators make of a step. */
  takeOver(command: TakeOverStep): readonly ApplicationEvent[] | Refusal {
    const asked = this.when(command);
    if (isRefusal(asked)) return asked;
    return this.when({ type: 'AnswerTakeOver', step: command.step, operator: 'op-second', approve: true });
  }

  hear(step: string, news: StepNews): readonly ApplicationEvent[] | Refusal {
    const department = findStep(this.plan, step)?.department ?? '';
    return this.when({ type: 'HearStepNews', step, department, news });
  }

  progress(step: string, told: Told<DecisionProgress>): readonly ApplicationEvent[] | Refusal {
    return this.hear(step, progressed(told));
  }

  grant(step: string, facts: Facts = {}) {
    return this.hear(step, {
      type: 'finished',
      outcome: 'granted',
      reason: 'conditions-met',
      facts,
      grounds: [],
    });
  }

  refuse(step: string, reason = 'conditions-not-met', decidedBy: 'rule' | 'officer' = 'officer') {
    return this.hear(step, { type: 'finished', outcome: 'refused', reason, facts: {}, grounds: [], decidedBy });
  }

  /** Lets the timer do its work, as often as it asks for it, up to a moment. */
  wakeUntil(end: Date): void {
    for (
      let wake = this.decider.timeout?.(this.state);
      wake && wake.at <= end;
      wake = this.decider.timeout?.(this.state)
    ) {
      if (wake.at > this.now) this.now = wake.at;
      const decided = this.when(wake.command);
      // A deadline that nothing comes of would be found by the timer again and again.
      if (isRefusal(decided) || decided.length === 0)
        throw new Error(`the timer woke it at ${wake.at.toISOString()} in vain`);
    }
    this.now = end;
  }

  statuses(): Record<string, string> {
    return Object.fromEntries(this.plan.steps.map(({ id }) => [id, stepOf(this.state, id).status]));
  }

  endings(): readonly string[] {
    return this.told.flatMap((event) => (event.type === 'ApplicationEnded' ? [event.ending] : []));
  }
}

export const progressed = ({ at, ...progress }: Told<DecisionProgress>): Progressed => ({
  type: 'progressed',
  ...(at && { at }),
  progress: { kind: 'decision', ...progress } as DecisionProgress,
});

/** "StepRequested licence" for every event, which is how a test reads best. */
export const said = (events: readonly ApplicationEvent[] | Refusal): readonly string[] | Refusal =>
  isRefusal(events) ? events : events.map((event) => ('step' in event ? `${event.type} ${event.step}` : event.type));

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !(value instanceof Date) && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freeze(part);
  }
  return value;
}
