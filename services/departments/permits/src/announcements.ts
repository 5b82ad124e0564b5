import { permits } from '@lianban/protos';
import { type CaseAnnouncements, type CaseEvent, type CaseState, announceCase } from '@lianban/casework';
import type { PublishedEvent } from '@lianban/model';

/** Beside what every department says: the permit that was issued, and the one that was taken back. */
export const announce: CaseAnnouncements = {
  CaseDecided: (event, state) => [...issued(event, state), announceCase.CaseDecided(event, state)],
  CaseCompensated: (event, state) => [...revoked(event, state), announceCase.CaseCompensated(event, state)],
};

function issued(
  { ruling, at }: Extract<CaseEvent, { type: 'CaseDecided' }>,
  state: CaseState,
): readonly PublishedEvent[] {
  if (ruling.outcome !== 'granted' || state.status === 'unreceived') return [];
  const { applicationNumber, item } = state.file.request;
  const permitNumber = String(ruling.facts['permitNumber']);
  return [{ type: permits.v1.PermitIssued, value: { applicationNumber, item, permitNumber, issuedAt: at } }];
}

function revoked({ at }: Extract<CaseEvent, { type: 'CaseCompensated' }>, state: CaseState): readonly PublishedEvent[] {
  if (state.status !== 'compensated') return [];
  const permitNumber = String(state.ruling.facts['permitNumber']);
  const { applicationNumber } = state.file.request;
  return [{ type: permits.v1.PermitRevoked, value: { applicationNumber, permitNumber, revokedAt: at } }];
}
