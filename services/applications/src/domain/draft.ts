import type { Decision, Refusal } from '@lianban/model';
import type { WorkingDays } from '@lianban/casework';
import type { StepKind } from '@lianban/steps';
import type { ApplicationState } from './application';
import type { ApplicationEvent } from './events';
import { evolve } from './evolve';
import type { Plan, PlanStep } from './plan';

/** What a step's event says of itself. */
export interface About {
  readonly number: string;
  readonly step: string;
  readonly kind: StepKind;
  readonly item: string;
  readonly department: string;
  readonly at: Date;
}

/** A decision in the making: events are added one by one, and each rule sees the state of those before it. */
export class Draft implements Decision<ApplicationState, ApplicationEvent> {
  readonly events: ApplicationEvent[] = [];
  /** After each event. */
  readonly states: ApplicationState[] = [];
  /** Why a limit could not be computed, if one could not. */
  refusedLimit: Refusal | undefined;

  constructor(
    public state: ApplicationState,
    readonly plan: Plan,
    readonly days: WorkingDays,
    readonly now: Date,
  ) {}

  add(event: ApplicationEvent): void {
    this.events.push(event);
    this.state = evolve(this.state, event);
    this.states.push(this.state);
  }

  about({ id, kind, item, department }: PlanStep, at: Date = this.now): About {
    return { number: this.state.number, step: id, kind, item, department, at };
  }

  /** The end of the `days`-th working day from now; null, remembering why, when the calendar has no table for it. */
  limit(days: number): Date | null {
    const end = this.days.add(this.now, days);
    if (end instanceof Date) return end;
    this.refusedLimit = end;
    return null;
  }
}
