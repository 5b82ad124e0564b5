import type { casework } from '@lianban/protos';
import { outcomeMessage } from '../contract/wire';
import type { Correction, CorrectionAsk } from './correction';

/** How corrections of a decision are shown at the desk. */
export const correctionMessage = ({
  at,
  reason: error,
  was,
  askedBy,
  approvedBy,
}: Correction): casework.v1.Correction => ({ at, error, was: outcomeMessage(was), askedBy, approvedBy });

export const correctionAskMessage = (ask: CorrectionAsk | undefined): casework.v1.CorrectionAsk | undefined => {
  if (!ask) return undefined;
  const { ruling, status, reason: error, askedBy, askedAt, until, answeredBy = '', answeredAt } = ask;
  const { outcome, facts } = ruling;
  return {
    ...{ status, outcome: outcomeMessage(outcome), error, facts: { ...facts } },
    ...{ askedBy, askedAt, until, answeredBy, answeredAt },
  };
};
