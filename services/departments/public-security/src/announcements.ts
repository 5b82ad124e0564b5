import { public_security } from '@lianban/protos';
import { type CaseAnnouncements, type CaseEvent, type CaseState, announceCase } from '@lianban/casework';
import type { PublishedEvent } from '@lianban/model';

const { v1 } = public_security;

/** Beside what every department says: what changed in its registers, by ids, days and district alone. */
export const announce: CaseAnnouncements = {
  CaseDecided: (event, state) => [...granted(event, state), announceCase.CaseDecided(event, state)],
  CaseCorrected: (event, state) => [...putRight(event, state), announceCase.CaseCorrected(event, state)],
};

/** A death that was registered in error, or for another day: whoever acted on it acts on this. */
function putRight(
  { was, ruling, at }: Extract<CaseEvent, { type: 'CaseCorrected' }>,
  state: CaseState,
): readonly PublishedEvent[] {
  if (state.status === 'unreceived' || state.file.request.item !== 'death-registration') return [];
  const { applicationNumber, subjectId } = state.file.request;
  if (subjectId === undefined) return [];
  if (was.outcome !== 'granted') return ruling.outcome === 'granted' ? granted({ ruling, at }, state) : [];
  const died = ruling.outcome === 'granted' ? { diedOn: ruling.facts.diedOn } : {};
  return [{ type: v1.DeathCorrected, value: { applicationNumber, residentId: subjectId, ...died, correctedAt: at } }];
}

function granted(
  { ruling, at }: Pick<Extract<CaseEvent, { type: 'CaseDecided' }>, 'ruling' | 'at'>,
  state: CaseState,
): readonly PublishedEvent[] {
  if (ruling.outcome !== 'granted' || state.status === 'unreceived') return [];
  const { applicationNumber, item, district, residentId, subjectId } = state.file.request;
  const { childId, district: registeredIn, diedOn, permitNumber, signUntil } = ruling.facts;
  switch (item) {
    case 'birth-registration':
      return [
        {
          type: v1.BirthRegistered,
          value: { applicationNumber, childId, district: registeredIn, registeredAt: at },
        },
      ];
    case 'death-registration':
      // Nobody is dead by the application of whoever reports it.
      return subjectId === undefined
        ? []
        : [
            {
              type: v1.DeathRegistered,
              value: { applicationNumber, residentId: subjectId, diedOn, district, registeredAt: at },
            },
          ];
    case 'residence-permit':
      return [{ type: v1.ResidencePermitIssued, value: { applicationNumber, permitNumber, signUntil, issuedAt: at } }];
    case 'register-move':
      return [{ type: v1.RegisterMoved, value: { applicationNumber, residentId, movedAt: at } }];
    default:
      return [];
  }
}
