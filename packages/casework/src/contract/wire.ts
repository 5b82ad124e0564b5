import { casework } from '@lianban/protos';
import type { CaseState } from '../lifecycle/state';
import type { CaseAccepted, DecidedBy } from '../lifecycle/events';
import { type Limits, provisionalLimits } from '../lifecycle/clock';
import type { Ground, Outcome, StepRequest } from '../lifecycle/item';

/** How the words of a case are written in casework.v1. */
export const outcomeMessage = (outcome: Outcome): casework.v1.Outcome =>
  outcome === 'granted' ? casework.v1.Outcome.GRANTED : casework.v1.Outcome.REFUSED;

export const decidedByMessage = (decidedBy: DecidedBy): casework.v1.DecidedBy =>
  decidedBy === 'rule' ? casework.v1.DecidedBy.RULE : casework.v1.DecidedBy.OFFICER;

export const refMessage = ({ applicationNumber, step, item, department }: StepRequest): casework.v1.StepRef => ({
  applicationNumber,
  step,
  item,
  department,
});

/** Rulings made before grounds had codes are without. */
export const groundMessage = ({ code = '', facts = {}, ...ground }: Ground): casework.v1.Ground => ({
  ...ground,
  code,
  facts: { ...facts },
});

export const acceptanceMessage = (accepted: CaseAccepted, state: CaseState): casework.v1.Acceptance => ({
  acceptedAt: accepted.acceptedAt,
  ...limitsMessage(accepted, state),
});

/** Both limits, and which of them is provisional until the holiday table of its year is there. */
export const limitsMessage = (limits: Limits, state: CaseState) => {
  const { promisedAt, statutoryAt } = limits;
  const file = state.status === 'unreceived' ? undefined : state.file;
  const counted = { ...file?.request, extendedBy: file?.clock?.extendedBy ?? 0 };
  const { promised, statutory } = provisionalLimits(limits, counted);
  return { promisedAt, statutoryAt, promisedProvisional: promised, statutoryProvisional: statutory };
};

/** Undefined for a value this release does not know. */
export const outcomeOf = (outcome: casework.v1.Outcome): Outcome | undefined => {
  if (outcome === casework.v1.Outcome.GRANTED) return 'granted';
  return outcome === casework.v1.Outcome.REFUSED ? 'refused' : undefined;
};

/** Only what is plainly a rule's is left to a rule: anything else a person looks at. */
export const decidedByOf = (decidedBy: casework.v1.DecidedBy): DecidedBy =>
  decidedBy === casework.v1.DecidedBy.RULE ? 'rule' : 'officer';
