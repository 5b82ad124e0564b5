import { casework } from '@lianban/protos';
import type { Outcome, Progressed, StepNews } from './contract';
import { type Reading, at, reading } from './reading';
import type { DecisionProgress } from './progress';

const { v1 } = casework;

/** What a department says of a decision, in casework.v1, as news of a step. */
export const decisionNews: readonly Reading<casework.v1.StepRef>[] = [
  reading(v1.StepAccepted, ({ acceptedAt, deemed, ...limits }) =>
    progressed(acceptedAt, { ...accepted(limits), ...(deemed && { deemed }) }),
  ),
  reading(v1.SupplementRequested, ({ missing, requestedAt, answerBy }) =>
    progressed(requestedAt, {
      ...{ kind: 'decision', status: 'supplement' },
      // Departments of an earlier release send their officer's words along: they are not kept.
      missing: missing.map(({ code }) => ({ code, note: '' })),
      ...(answerBy && { answerBy }),
    }),
  ),
  reading(v1.ClockPaused, ({ reason, pausedAt, until }) =>
    progressed(pausedAt, { kind: 'decision', status: 'paused', reason, ...(until && { until }) }),
  ),
  reading(v1.ClockResumed, ({ resumedAt, ...limits }) =>
    progressed(resumedAt, { kind: 'decision', status: 'resumed', ...limitsOf(limits) }),
  ),
  reading(v1.ClockExtended, ({ days, reason, extendedAt, ...limits }) =>
    progressed(extendedAt, { kind: 'decision', status: 'extended', days, reason, ...limitsOf(limits) }),
  ),
  reading(v1.LimitsSet, ({ setAt, ...limits }) =>
    progressed(setAt, { kind: 'decision', status: 'limits-set', ...limitsOf(limits) }),
  ),
  reading(v1.ObjectionDismissed, ({ reason, dismissedAt }) =>
    progressed(dismissedAt, { kind: 'decision', status: 'objection-dismissed', reason }),
  ),
  reading(v1.StepDecided, ({ outcome, reason, facts, grounds, decidedAt, decidedBy, acceptance }) => ({
    ...{ type: 'finished', ...at(decidedAt), outcome: outcomeOf(outcome), reason, facts: facts ?? {}, grounds },
    ...(decidedBy === v1.DecidedBy.RULE && { decidedBy: 'rule' }),
    ...(decidedBy === v1.DecidedBy.OFFICER && { decidedBy: 'officer' }),
    ...(acceptance && { before: progressed(acceptance.acceptedAt, accepted(acceptance)) }),
  })),
  reading(v1.StepCorrected, ({ was, outcome, reason, facts, grounds, error, correctedAt }) => ({
    ...{ type: 'corrected', ...at(correctedAt), was: outcomeOf(was), outcome: outcomeOf(outcome), reason },
    ...{ facts: facts ?? {}, grounds, error },
  })),
  reading(v1.StepCancelled, ({ cancelledAt }) => ({ type: 'cancelled', ...at(cancelledAt) })),
  reading(v1.StepCompensated, ({ compensatedAt }) => ({ type: 'undone', ...at(compensatedAt) })),
];

const progressed = (time: Date | undefined, progress: DecisionProgress): Progressed & StepNews => ({
  ...{ type: 'progressed', ...at(time) },
  progress,
});

interface Dates {
  readonly promisedAt: Date | undefined;
  readonly statutoryAt: Date | undefined;
  readonly promisedProvisional: boolean;
  readonly statutoryProvisional: boolean;
}

const accepted = (dates: Dates) => ({ kind: 'decision', status: 'accepted', ...limitsOf(dates) }) as const;

const limitsOf = ({ promisedAt, statutoryAt, promisedProvisional, statutoryProvisional }: Dates) => ({
  ...(promisedAt && { promisedAt }),
  ...(statutoryAt && { statutoryAt }),
  ...(promisedProvisional && { promisedProvisional }),
  ...(statutoryProvisional && { statutoryProvisional }),
});

function outcomeOf(outcome: casework.v1.Outcome): Outcome {
  if (outcome === v1.Outcome.GRANTED) return 'granted';
  if (outcome === v1.Outcome.REFUSED) return 'refused';
  throw new Error('a decision must be granted or refused');
}
