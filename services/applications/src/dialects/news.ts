import { applications } from '@lianban/protos';
import type { PublishedEvent } from '@lianban/model';
import type { ApplicationState } from '../domain/application';
import type {
  ApplicationEnded,
  ApplicationEvent,
  ApplicationSubmitted,
  StepEvent,
  StepFinished,
  StepProgressed,
  StepUndone,
} from '../domain/events';

// What the resident has to hear of, for whoever tells people. Little, and only what somebody acts on or is served with: the pages of
// an application show the rest.

type What =
  | 'received'
  | 'supplement-requested'
  | 'supplement-received'
  | 'payable'
  | 'granted'
  | 'refused'
  | 'corrected'
  | 'revoked'
  | 'objection-received'
  | 'withdrawn'
  | 'ended';

/** What the resident has to do by a day, in the words of the timeline. */
const waits = new Set(['supplement-requested', 'payable']);

/** No step is called so: their codes begin with a letter. */
const SUBJECT = '-news';

function said(
  { number, at }: Pick<ApplicationEvent, 'number' | 'at'>,
  { residentId, agentId = '', package: code, packageVersion, timeline }: ApplicationState,
  what: What,
  of: Partial<applications.v1.ApplicantConcerned> = {},
): PublishedEvent {
  const value = applications.v1.ApplicantConcerned.fromPartial({
    ...{ applicationNumber: number, what, residentId, agentId, package: code, packageVersion, at },
    deadlineBefore: timeline.some((line) => waits.has(line.what)),
    ...of,
  });
  return { type: applications.v1.ApplicantConcerned, value, subject: `${number}/${SUBJECT}` };
}

export const ofWhole = said;

export const ofStep = (
  event: StepEvent,
  state: ApplicationState,
  what: What,
  until?: Date,
): readonly PublishedEvent[] => [
  said(event, state, what, {
    step: event.step,
    item: event.item,
    department: event.department,
    ...(until && { until }),
  }),
];

/** Who applies for themselves sees the receipt; one that somebody else handed in is news. */
export const submitted = (event: ApplicationSubmitted, state: ApplicationState): readonly PublishedEvent[] =>
  event.agentId === undefined && event.assistedBy === undefined ? [] : [said(event, state, 'received')];

export function progressed(event: StepProgressed, state: ApplicationState): readonly PublishedEvent[] {
  const { progress } = event;
  if (progress.status === 'supplement') return ofStep(event, state, 'supplement-requested', progress.answerBy);
  return progress.status === 'payable' ? ofStep(event, state, 'payable', progress.until) : [];
}

/**
 * A refusal is told at once: the time to do something about it runs. A grant is told with the end of the whole, but for one that waited
 * for the resident: they are not to be reminded of it any more.
 */
export function finished(event: StepFinished, state: ApplicationState): readonly PublishedEvent[] {
  if (event.outcome === 'refused') return ofStep(event, state, 'refused');
  const hasWaited = state.timeline.some(({ step, what }) => step === event.step && waits.has(what));
  return hasWaited ? ofStep(event, state, 'granted') : [];
}

/** What a withdrawal takes back is told with it. */
export const undone = (event: StepUndone, state: ApplicationState): readonly PublishedEvent[] =>
  state.withdrawnAt === null ? ofStep(event, state, 'revoked') : [];

/** Of an end in refusals each was told; of a withdrawal, that it was withdrawn. */
export const ended = (event: ApplicationEnded, state: ApplicationState): readonly PublishedEvent[] =>
  event.ending === 'completed' || event.ending === 'partly-granted' ? [said(event, state, 'ended')] : [];
