import { permits } from '@lianban/protos';
import { type CaseAnnouncements, type CaseEvent, type CaseState, type Facts, announceCase } from '@lianban/casework';
import type { PublishedEvent } from '@lianban/model';

/** Beside what every department says: the permit that was issued, and the one that was taken back. */
export const announce: CaseAnnouncements = {
  CaseDecided: (event, state) => [...issued(event, state), announceCase.CaseDecided(event, state)],
  CaseCorrected: (event, state) => [...changed(event, state), announceCase.CaseCorrected(event, state)],
  CaseCompensated: (event, state) => [...revoked(event, state), announceCase.CaseCompensated(event, state)],
};

/** A permit that stays has its number: what else it says now is in StepCorrected alone. */
function changed(event: Extract<CaseEvent, { type: 'CaseCorrected' }>, state: CaseState): readonly PublishedEvent[] {
  if (state.status === 'unreceived' || event.was.outcome === event.ruling.outcome) return [];
  if (event.was.outcome === 'refused') return issued(event, state);
  return [permitRevoked(state.file.request.applicationNumber, event.was.facts, event.at)];
}

function issued(
  { ruling, at }: Extract<CaseEvent, { type: 'CaseDecided' | 'CaseCorrected' }>,
  state: CaseState,
): readonly PublishedEvent[] {
  if (ruling.outcome !== 'granted' || state.status === 'unreceived') return [];
  const { applicationNumber, item } = state.file.request;
  const permitNumber = String(ruling.facts['permitNumber']);
  return [{ type: permits.v1.PermitIssued, value: { applicationNumber, item, permitNumber, issuedAt: at } }];
}

function revoked({ at }: Extract<CaseEvent, { type: 'CaseCompensated' }>, state: CaseState): readonly PublishedEvent[] {
  if (state.status !== 'compensated') return [];
  return [permitRevoked(state.file.request.applicationNumber, state.ruling.facts, at)];
}

const permitRevoked = (applicationNumber: string, facts: Facts, revokedAt: Date): PublishedEvent => {
  const permitNumber = String(facts['permitNumber']);
  return { type: permits.v1.PermitRevoked, value: { applicationNumber, permitNumber, revokedAt } };
};
