import { elderly_care } from '@lianban/protos';
import { type CaseAnnouncements, type CaseEvent, type CaseState, announceCase } from '@lianban/casework';
import type { PublishedEvent } from '@lianban/model';

const { v1 } = elderly_care;

/** Beside what every department says: the level found, and the allowance granted. */
export const announce: CaseAnnouncements = {
  CaseDecided: (event, state) => [...facts(event, state), announceCase.CaseDecided(event, state)],
  CaseCorrected: (event, state) => [...newlyFound(event, state), announceCase.CaseCorrected(event, state)],
};

/** A correction of what a grant says is in StepCorrected alone: a second announcement would be paid twice. */
const newlyFound = (event: Extract<CaseEvent, { type: 'CaseCorrected' }>, state: CaseState) =>
  event.was.outcome === 'granted' ? [] : facts(event, state);

function facts(
  { ruling, at }: Extract<CaseEvent, { type: 'CaseDecided' | 'CaseCorrected' }>,
  state: CaseState,
): readonly PublishedEvent[] {
  if (ruling.outcome !== 'granted' || state.status === 'unreceived') return [];
  const { applicationNumber, item } = state.file.request;
  const { level, score, amountCents } = ruling.facts;
  return item === 'elderly-ability-assessment'
    ? [{ type: v1.AbilityAssessed, value: { applicationNumber, level, score, assessedAt: at } }]
    : [{ type: v1.CareAllowanceGranted, value: { applicationNumber, amountCents, grantedAt: at } }];
}
