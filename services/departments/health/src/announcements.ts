import { health } from '@lianban/protos';
import { type CaseAnnouncements, type CaseEvent, type CaseState, announceCase } from '@lianban/casework';
import type { PublishedEvent } from '@lianban/model';
import { childOf } from './domain/childcare-subsidy';

/** Beside what every department says: the certificate that was written, and the subsidy that was confirmed. */
export const announce: CaseAnnouncements = {
  CaseDecided: (event, state) => [...granted(event, state), announceCase.CaseDecided(event, state)],
};

function granted(
  { ruling, at }: Extract<CaseEvent, { type: 'CaseDecided' }>,
  state: CaseState,
): readonly PublishedEvent[] {
  if (ruling.outcome !== 'granted' || state.status === 'unreceived') return [];
  const { applicationNumber, item, district } = state.file.request;
  const { certificateNumber, amountCents } = ruling.facts;
  if (item === 'birth-certificate')
    return [
      { type: health.v1.BirthCertified, value: { applicationNumber, certificateNumber, district, certifiedAt: at } },
    ];
  if (item !== 'childcare-subsidy') return [];
  const childId = childOf(state.file.request);
  return [
    { type: health.v1.ChildcareSubsidyConfirmed, value: { applicationNumber, childId, amountCents, confirmedAt: at } },
  ];
}
