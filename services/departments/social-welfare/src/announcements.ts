import { social_welfare } from '@lianban/protos';
import { type CaseAnnouncements, type CaseEvent, type CaseState, announceCase } from '@lianban/casework';
import type { PublishedEvent } from '@lianban/model';

const { v1 } = social_welfare;

/** Beside what every department says: the allowance that began, with what a payment needs, and the certificate, without its grade. */
export const announce: CaseAnnouncements = {
  CaseDecided: (event, state) => [...granted(event, state), announceCase.CaseDecided(event, state)],
};

function granted(
  { ruling, at }: Extract<CaseEvent, { type: 'CaseDecided' }>,
  state: CaseState,
): readonly PublishedEvent[] {
  if (ruling.outcome !== 'granted' || state.status === 'unreceived') return [];
  const { applicationNumber, item, residentId, subjectId } = state.file.request;
  const whose = { applicationNumber, residentId: subjectId ?? residentId };
  const { amountCents, from, validUntil } = ruling.facts;
  if (item === 'disability-certificate')
    return [{ type: v1.DisabilityCertified, value: { ...whose, validUntil, certifiedAt: at } }];
  return [{ type: v1.AllowanceStarted, value: { ...whose, item, amountCents, from, decidedAt: at } }];
}
