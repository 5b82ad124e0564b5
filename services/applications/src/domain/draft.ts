import type { Refusal } from '@lianban/model';
import type { WorkingDays } from '@lianban/casework';
import type { ApplicationState } from './application';
import type { ApplicationEvent } from './events';
import { evolve } from './evolve';
import type { Plan, PlanStep } from './plan';

/** What a step's event says of itself. */
export interface About {
  readonly number: string;
  readonly step: string;
  readonly item: string;
  readonly department: string;
  readonly at: Date;
}

/**
 * One decision in the making: events are said one by one, and each later thought sees the state they lead to.
 * Lives within one call of `decide`.
 */
export class Draft {
  readonly events: ApplicationEvent[] = [];
  /** Before each event, and after the last. */
  private readonly states: ApplicationState[];
  /** Why a limit could not be computed, if one could not. */
  refusedLimit: Refusal | undefined;

  constructor(
    public state: ApplicationState,
    readonly plan: Plan,
    readonly days: WorkingDays,
    readonly now: Date,
  ) {
    this.states = [state];
  }

  say(event: ApplicationEvent): void {
    this.events.push(event);
    this.state = evolve(this.state, event);
    this.states.push(this.state);
  }

  /** Where one of its events leads from the state it was said in; undefined for any other event or state. */
  leadsTo(from: ApplicationState, event: ApplicationEvent): ApplicationState | undefined {
    const nth = this.events.indexOf(event);
    return this.states[nth] === from ? this.states[nth + 1] : undefined;
  }

  about({ id, item, department }: PlanStep, at: Date = this.now): About {
    return { number: this.state.number, step: id, item, department, at };
  }

  /** The end of the `days`-th working day from now; null, remembering why, when the calendar has no table for it. */
  limit(days: number): Date | null {
    const end = this.days.add(this.now, days);
    if (end instanceof Date) return end;
    this.refusedLimit = end;
    return null;
  }
}
