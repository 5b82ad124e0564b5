import { employment } from '@lianban/protos';
import { type CaseAnnouncements, type CaseEvent, type CaseState, announceCase } from '@lianban/casework';
import type { PublishedEvent } from '@lianban/model';

const { v1 } = employment;

/** Beside what every department says: the seat reserved, the wait for one, and the registration. */
export const announce: CaseAnnouncements = {
  WaitStarted: (event, state) => waitlisted(event, state),
  CaseDecided: (event, state) => [...granted(event, state), announceCase.CaseDecided(event, state)],
  CaseCorrected: (event, state) => [...newlyGranted(event, state), announceCase.CaseCorrected(event, state)],
};

function waitlisted(
  { at, place }: Extract<CaseEvent, { type: 'WaitStarted' }>,
  state: CaseState,
): readonly PublishedEvent[] {
  if (state.status === 'unreceived') return [];
  const { applicationNumber, item } = state.file.request;
  return [{ type: v1.TrainingSeatWaitlisted, value: { applicationNumber, course: item, place, waitlistedAt: at } }];
}

/** A correction of what a grant says is in StepCorrected alone: a second registration would be two. */
const newlyGranted = (event: Extract<CaseEvent, { type: 'CaseCorrected' }>, state: CaseState) =>
  event.was.outcome === 'granted' ? [] : granted(event, state);

function granted(
  { ruling, at }: Extract<CaseEvent, { type: 'CaseDecided' | 'CaseCorrected' }>,
  state: CaseState,
): readonly PublishedEvent[] {
  if (ruling.outcome !== 'granted' || state.status === 'unreceived') return [];
  const { applicationNumber, item } = state.file.request;
  const { course, seat, registrationNumber, hardToEmploy } = ruling.facts;
  return item === 'unemployment-registration'
    ? [
        {
          type: v1.UnemploymentRegistered,
          value: { applicationNumber, registrationNumber, hardToEmploy, registeredAt: at },
        },
      ]
    : [{ type: v1.TrainingSeatReserved, value: { applicationNumber, course, seat, reservedAt: at } }];
}
