import { by } from './by';
import type { ApplicationEvent } from './events';
import { progressLine } from './progress';

/** One line of the history shown to the resident. Absent keys are left out, so that it can be stored as it is. */
export interface TimelineEntry {
  readonly at: Date;
  /** A stable word: submitted, requested, accepted, … */
  readonly what: string;
  readonly step?: string;
  readonly detail?: string;
  /** Until when somebody has to act. */
  readonly until?: Date;
  /** `until` was counted beyond the holiday tables there were. */
  readonly provisional?: true;
  /** The agent who did it in the applicant's name. */
  readonly agentId?: string;
}

/** A department that pauses and resumes for ever must not outgrow the document. */
export const TIMELINE_LIMIT = 120;

/** The submission stays; beyond the limit the oldest entries after it go. */
export function appendEntry(timeline: readonly TimelineEntry[], entry: TimelineEntry): readonly TimelineEntry[] {
  if (timeline.length < TIMELINE_LIMIT) return [...timeline, entry];
  return [...timeline.slice(0, 1), ...timeline.slice(2 - TIMELINE_LIMIT), entry];
}

/** What an event looks like in the timeline, if it is told there. The compiler asks for a line when an event is added. */
export function entryOf(event: ApplicationEvent): TimelineEntry | undefined {
  switch (event.type) {
    case 'ApplicationSubmitted':
      return {
        at: event.at,
        what: 'submitted',
        ...by(event),
        ...(event.assistedBy !== undefined && { detail: 'at-counter' }),
      };
    // A matter of moments; what was agreed to is shown to the resident with all their consents.
    case 'ConsentsSettled':
    case 'ConsentsGiven':
      return undefined;
    // What a step waits for again is asked for at once, and told then.
    case 'ReviewLapsed':
    case 'StepRevived':
      return undefined;
    case 'StepRequested':
      return line(event, 'requested');
    case 'StepNotNeeded':
      return line(event, 'not-needed', event.why);
    case 'StepStopped':
      return line(event, 'stopped', event.because);
    case 'StepProgressed': {
      const { what, detail, until, provisional } = progressLine(event.progress);
      return { ...line(event, what, detail, until), ...(provisional && { provisional }) };
    }
    case 'SupplementProvided':
      return { ...line(event, 'supplement-provided'), ...by(event) };
    case 'ObjectionRaised':
      return { ...line(event, event.review ? 'review-asked' : 'objection-raised', event.objection), ...by(event) };
    case 'StepFinished':
      return line(event, event.outcome, event.reason);
    case 'StepCorrected': {
      const isRevoked = event.was === 'granted' && event.outcome === 'refused';
      return line(event, isRevoked ? 'revoked' : 'corrected', event.error);
    }
    case 'StepCancellationRequested':
      return line(event, 'cancellation-requested', event.reason);
    case 'StepCancelled':
      return line(event, 'cancelled');
    case 'StepUndoRequested':
      return line(event, 'compensation-requested', event.reason);
    case 'StepUndone':
      return line(event, 'compensated');
    case 'StepNeedsOperator':
      return line(event, 'needs-operator', event.reason);
    // When an operator looks is no limit of the resident's.
    case 'StepDueSet':
      return undefined;
    // The resident hears of the answer, not of who is asked for it.
    case 'TakeOverAsked':
    case 'TakeOverDropped':
      return undefined;
    case 'StepTakenOver':
      return line(event, 'taken-over', event.reason);
    case 'ApplicationWithdrawn':
      // The reason is free text, and is sealed: the view adds it.
      return { at: event.at, what: 'withdrawn', ...by(event) };
    case 'ApplicationEnded':
      return { at: event.at, what: 'ended', detail: event.ending };
  }
}

const line = (of: { at: Date; step: string }, what: string, detail?: string, until?: Date): TimelineEntry => ({
  at: of.at,
  what,
  step: of.step,
  ...(detail ? { detail } : {}),
  ...(until ? { until } : {}),
});
