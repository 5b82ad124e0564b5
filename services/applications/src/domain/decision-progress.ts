import type { DecisionProgress } from '@lianban/steps';

/** The date a department named itself, and whether one known before is not to be shortened by it. */
export function namedDate(progress: DecisionProgress): { readonly at?: Date | undefined; readonly extends?: true } {
  switch (progress.status) {
    case 'supplement':
      return { at: progress.answerBy };
    case 'paused':
      return { at: progress.until };
    case 'resumed':
      return { at: progress.statutoryAt };
    case 'accepted':
    case 'extended':
      return { at: progress.statutoryAt, extends: true };
    case 'objection-dismissed':
      return {};
  }
}

interface Line {
  readonly what: string;
  readonly detail?: string;
  readonly until?: Date | undefined;
}

/** As the timeline tells it. */
export function decisionLine(progress: DecisionProgress): Line {
  switch (progress.status) {
    case 'accepted':
    case 'resumed':
      return { what: progress.status, until: progress.promisedAt };
    case 'supplement':
      return {
        what: 'supplement-requested',
        detail: progress.missing.map(({ code }) => code).join(', '),
        until: progress.answerBy,
      };
    case 'paused':
      return { what: 'paused', detail: progress.reason, until: progress.until };
    case 'extended':
      return { what: 'extended', detail: progress.reason, until: progress.promisedAt };
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
  'objection-dismissed': 'ObjectionDismissed',
};
