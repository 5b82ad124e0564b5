import { social_assistance } from '@lianban/protos';
import { type CaseAnnouncements, type CaseEvent, type CaseState, announceCase } from '@lianban/casework';
import type { PublishedEvent } from '@lianban/model';

const { v1 } = social_assistance;

/** Beside what every department says: the public notice 公示 that opened, and what was granted. */
export const announce: CaseAnnouncements = {
  NoticeOpened: (event, state) => [...opened(event, state), announceCase.NoticeOpened(event, state)],
  CaseDecided: (event, state) => [...granted(event, state), announceCase.CaseDecided(event, state)],
  CaseCorrected: (event, state) => [...newlyGranted(event, state), announceCase.CaseCorrected(event, state)],
};

function opened(
  { at, until }: Extract<CaseEvent, { type: 'NoticeOpened' }>,
  state: CaseState,
): readonly PublishedEvent[] {
  if (state.status === 'unreceived') return [];
  const { applicationNumber } = state.file.request;
  return [{ type: v1.PublicNoticeOpened, value: { applicationNumber, openedAt: at, closesAt: until } }];
}

/** A correction of what a grant says is in StepCorrected alone: a second announcement would be paid twice. */
const newlyGranted = (event: Extract<CaseEvent, { type: 'CaseCorrected' }>, state: CaseState) =>
  event.was.outcome === 'granted' ? [] : granted(event, state);

function granted(
  { ruling, at }: Extract<CaseEvent, { type: 'CaseDecided' | 'CaseCorrected' }>,
  state: CaseState,
): readonly PublishedEvent[] {
  if (ruling.outcome !== 'granted' || state.status === 'unreceived') return [];
  const { applicationNumber } = state.file.request;
  const { kind, amountCents, persons } = ruling.facts;
  return [{ type: v1.AssistanceGranted, value: { applicationNumber, kind, amountCents, persons, grantedAt: at } }];
}
