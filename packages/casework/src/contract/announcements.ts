import { casework } from '@lianban/protos';
import type { Announcements, PublishedEvent } from '@lianban/model';
import type { CaseEvent } from '../lifecycle/events';
import type { CaseState } from '../lifecycle/state';
import { acceptanceMessage, decidedByMessage, groundMessage, limitsMessage, outcomeMessage, refMessage } from './wire';

const { v1 } = casework;

const ref = (state: CaseState): casework.v1.StepRef => {
  if (state.status === 'unreceived') throw new Error(`Case ${state.id} announced something before its receipt`);
  return refMessage(state.file.request);
};

/** How often the decision was put right, this time counted. */
const correctionsOf = (state: CaseState): number =>
  state.status === 'unreceived' ? 0 : (state.file.corrections ?? []).length;

/**
 * What a case's own events tell the world: the whole of casework.v1 a department says. A department adds its own facts
 * by spreading this table and replacing an entry: `CaseDecided: (e, s) => [announceCase.CaseDecided(e, s), mine]`.
 */
export const announceCase = {
  CaseReceived: 'private',
  SupplementAsked: (event, state): PublishedEvent => {
    // The officer's words to the resident are fetched from the desk: in an event they would be everybody's, for weeks.
    const missing = event.missing.map(({ code }) => ({ code, note: '' }));
    const value = { ref: ref(state), missing, requestedAt: event.at, answerBy: event.answerBy };
    return { type: v1.SupplementRequested, value: value satisfies casework.v1.SupplementRequested };
  },
  SupplementGiven: 'private',
  CaseAccepted: ({ acceptedAt, decidedAtOnce, deemed, ...limits }, state): readonly PublishedEvent[] => {
    const value = { ref: ref(state), acceptedAt, deemed, ...limitsMessage(limits, state) };
    return decidedAtOnce ? [] : [{ type: v1.StepAccepted, value: value satisfies casework.v1.StepAccepted }];
  },
  // Until it is accepted, a case has no dates that others were told.
  DatesSet: ({ at, ...limits }, state): readonly PublishedEvent[] => {
    const value = { ref: ref(state), setAt: at, ...limitsMessage(limits, state) };
    return limits.promisedAt ? [{ type: v1.LimitsSet, value: value satisfies casework.v1.LimitsSet }] : [];
  },
  CaseHandedOver: 'private',
  FactAsked: 'private',
  FactLearnt: 'private',
  FactFailed: 'private',
  FactOutdated: 'private',
  FactWithheld: 'private',
  WaitStarted: 'private',
  WaitEnded: 'private',
  CasePaused: ({ reason, at, until }, state): PublishedEvent => {
    const value = { ref: ref(state), reason, pausedAt: at, until };
    return { type: v1.ClockPaused, value: value satisfies casework.v1.ClockPaused };
  },
  CaseResumed: ({ at, ...limits }, state): PublishedEvent => {
    const value = { ref: ref(state), resumedAt: at, ...limitsMessage(limits, state) };
    return { type: v1.ClockResumed, value: value satisfies casework.v1.ClockResumed };
  },
  ExtensionAsked: 'private',
  ExtensionRefused: 'private',
  ExtensionLapsed: 'private',
  CaseExtended: ({ days, reason, at, ...limits }, state): PublishedEvent => {
    const value = { ref: ref(state), days, reason, extendedAt: at, ...limitsMessage(limits, state) };
    return { type: v1.ClockExtended, value: value satisfies casework.v1.ClockExtended };
  },
  DecisionAsked: 'private',
  DecisionDeclined: 'private',
  DecisionAskLapsed: 'private',
  AskWithdrawn: 'private',
  NoticeOpened: ({ at, until }, state): PublishedEvent => {
    const value = { ref: ref(state), reason: 'public-notice', pausedAt: at, until };
    return { type: v1.ClockPaused, value: value satisfies casework.v1.ClockPaused };
  },
  NoticeRanOut: 'private',
  NoticeWithdrawn: 'private',
  NoticeObjected: 'private',
  ObjectionAdded: 'private',
  // A person has it in hand from now on, with limits counted anew.
  ReviewOpened: ({ at, ...limits }, state): PublishedEvent => {
    const value = { ref: ref(state), acceptedAt: at, deemed: false, ...limitsMessage(limits, state) };
    return { type: v1.StepAccepted, value: value satisfies casework.v1.StepAccepted };
  },
  ObjectionDismissed: ({ objection, reason, at }, state): PublishedEvent => {
    const value = { ref: ref(state), objection, reason, dismissedAt: at };
    return { type: v1.ObjectionDismissed, value: value satisfies casework.v1.ObjectionDismissed };
  },
  CaseDecided: ({ ruling, decidedBy, at, acceptance }, state): PublishedEvent => {
    const value = {
      ref: ref(state),
      outcome: outcomeMessage(ruling.outcome),
      reason: ruling.reason,
      facts: { ...ruling.facts },
      grounds: ruling.grounds.map(groundMessage),
      decidedBy: decidedByMessage(decidedBy),
      decidedAt: at,
      acceptance: acceptance && acceptanceMessage(acceptance, state),
    };
    return { type: v1.StepDecided, value: value satisfies casework.v1.StepDecided };
  },
  CorrectionAsked: 'private',
  CorrectionDeclined: 'private',
  CorrectionAskLapsed: 'private',
  CaseCorrected: ({ was, ruling, reason, at }, state): PublishedEvent => {
    const value = {
      ref: ref(state),
      was: outcomeMessage(was.outcome),
      outcome: outcomeMessage(ruling.outcome),
      reason: ruling.reason,
      error: reason,
      facts: { ...ruling.facts },
      grounds: ruling.grounds.map(groundMessage),
      correctedAt: at,
      number: correctionsOf(state),
    };
    return { type: v1.StepCorrected, value: value satisfies casework.v1.StepCorrected };
  },
  CaseClaimed: 'private',
  CaseReleased: 'private',
  CaseReassigned: 'private',
  CaseCancelled: ({ at }, state): PublishedEvent => {
    const value = { ref: ref(state), cancelledAt: at };
    return { type: v1.StepCancelled, value: value satisfies casework.v1.StepCancelled };
  },
  CaseCompensated: ({ at }, state): PublishedEvent => {
    const value = { ref: ref(state), compensatedAt: at };
    return { type: v1.StepCompensated, value: value satisfies casework.v1.StepCompensated };
  },
} as const satisfies Announcements<CaseEvent, CaseState>;
