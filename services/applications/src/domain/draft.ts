import type { Decision } from '@lianban/model';
import type { WorkingDays } from '@lianban/casework';
import type { StepKind } from '@lianban/steps';
import type { ApplicationState } from './application';
import type { Due } from './due';
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

  /** The end of the `days`-th working day from now, or from another moment; and what it was counted from, if that may move it yet. */
  limit(days: number, from: Date = this.now): Due {
    const dueAt = this.days.add(from, days);
    if (dueAt <= this.days.tabledUntil) return { dueAt };
    return { dueAt, counted: { from, days, after: this.days.tabledUntil } };
  }
}
