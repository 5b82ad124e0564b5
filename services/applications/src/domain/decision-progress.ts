import type { DecisionProgress } from '@lianban/steps';

/** A date that was named with progress, and whether one known before is not to be shortened by it. */
export interface NamedDate {
  readonly at?: Date | undefined;
  readonly extends?: true;
}

/** When a department itself says it will have gone on. */
export function namedByDepartment(progress: DecisionProgress): NamedDate {
  switch (progress.status) {
    case 'supplement':
      return { at: progress.answerBy };
    case 'paused':
      return { at: progress.until };
    case 'resumed':
      return { at: progress.statutoryAt };
    case 'accepted':
    case 'extended':
    case 'limits-set':
      return { at: progress.statutoryAt, extends: true };
    case 'objection-dismissed':
      return {};
  }
}

/** A line of the timeline without its time and step. */
export interface Line {
  readonly what: string;
  readonly detail?: string;
  readonly until?: Date | undefined;
  readonly provisional?: true | undefined;
}

const promiseOf = ({
  promisedAt,
  promisedProvisional,
}: Extract<DecisionProgress, { status: 'resumed' | 'limits-set' | 'accepted' }>) => ({
  until: promisedAt,
  provisional: promisedProvisional,
});

/** As the timeline tells it. */
export function decisionLine(progress: DecisionProgress): Line {
  switch (progress.status) {
    case 'accepted':
      return { what: 'accepted', ...(progress.deemed && { detail: 'deemed' }), ...promiseOf(progress) };
    case 'resumed':
    case 'limits-set':
      return { what: progress.status, ...promiseOf(progress) };
    case 'supplement':
      return {
        what: 'supplement-requested',
        detail: progress.missing.map(({ code }) => code).join(', '),
        until: progress.answerBy,
      };
    case 'paused':
      return { what: 'paused', detail: progress.reason, until: progress.until };
    case 'extended':
      return {
        what: 'extended',
        detail: progress.reason,
        until: progress.promisedAt,
        provisional: progress.promisedProvisional,
      };
    case 'objection-dismissed':
      return { what: 'objection-dismissed', detail: progress.reason };
  }
}

/** Names under which former releases have stored what was heard last: they stay (docs/adr/0017). */
export const heardAs: Readonly<Record<DecisionProgress['status'], string>> = {
  accepted: 'StepAccepted',
  supplement: 'SupplementRequested',
  paused: 'ClockPaused',
  resumed: 'ClockResumed',
  extended: 'ClockExtended',
  'limits-set': 'LimitsSet',
  'objection-dismissed': 'ObjectionDismissed',
};
