import { social_security } from '@lianban/protos';
import { type CaseAnnouncements, type CaseEvent, type CaseState, announceCase } from '@lianban/casework';
import type { PublishedEvent } from '@lianban/model';

const { v1 } = social_security;

/** Beside what every department says: what began for whom, with what a payment of it needs. */
export const announce: CaseAnnouncements = {
  CaseDecided: (event, state) => [...granted(event, state), announceCase.CaseDecided(event, state)],
};

function granted(
  { ruling, at }: Extract<CaseEvent, { type: 'CaseDecided' }>,
  state: CaseState,
): readonly PublishedEvent[] {
  if (ruling.outcome !== 'granted' || state.status === 'unreceived') return [];
  const { applicationNumber, item, residentId } = state.file.request;
  const whose = { applicationNumber, residentId };
  const { amountCents, from, months } = ruling.facts;
  switch (item) {
    case 'flexible-enrolment':
      return [{ type: v1.Enrolled, value: { ...whose, amountCents, enrolledAt: at } }];
    case 'unemployment-benefit':
      return [{ type: v1.UnemploymentBenefitStarted, value: { ...whose, amountCents, from, months, decidedAt: at } }];
    case 'retirement-pension':
      return [{ type: v1.PensionStarted, value: { ...whose, from, decidedAt: at } }];
    case 'survivor-benefit':
      return [{ type: v1.SurvivorBenefitPaid, value: { ...whose, amountCents, decidedAt: at } }];
    default:
      return [];
  }
}
