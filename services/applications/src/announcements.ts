import { applications } from '@lianban/protos';
import type { Announcements, PublishedEvent } from '@lianban/model';
import type { ServiceKind } from '@lianban/steps';
import * as decision from './dialects/decision';
import type { SignCapability } from './dialects/decision';
import * as news from './dialects/news';
import * as service from './dialects/service';
import type { ApplicationState } from './domain/application';
import type { ApplicationEvent, StepEvent } from './domain/events';

/**
 * What an application's events tell the world. What was said of a step is not said again: that is private.
 * @param sign proves to registers that a case is its department's
 */
export const announceApplication = (sign: SignCapability): Announcements<ApplicationEvent, ApplicationState> => ({
  ApplicationSubmitted: (event, state) => {
    const { number, package: code, packageVersion, residentId, district, agentId = '', at } = event;
    const value = {
      applicationNumber: number,
      package: code,
      packageVersion,
      residentId,
      district,
      submittedAt: at,
      agentId,
    };
    const submitted = { type: applications.v1.ApplicationSubmitted, value };
    return [submitted satisfies Said<applications.v1.ApplicationSubmitted>, ...news.submitted(event, state)];
  },
  StepRequested: (event, state) =>
    event.kind === 'decision' ? decision.requested(event, state, sign) : service.requested(event),
  SupplementProvided: (event, state) => [
    decision.supplement(event),
    ...news.ofStep(event, state, 'supplement-received'),
  ],
  ObjectionRaised: (event, state) => [decision.objection(event), ...news.ofStep(event, state, 'objection-received')],
  StepProgressed: news.progressed,
  StepFinished: news.finished,
  StepCorrected: (event, state) => news.ofStep(event, state, 'corrected'),
  StepUndone: news.undone,
  ApplicationWithdrawn: (event, state) => [news.ofWhole(event, state, 'withdrawn')],
  StepCancellationRequested: (event) => cancellation(event, event.reason),
  StepUndoRequested: (event) =>
    ofService(event) ? service.undo(event, event.reason) : decision.undo(event, event.reason),
  // Whoever performs the step closes it too: nobody waits for that answer any more.
  StepTakenOver: (event) => (event.instead === 'decision' ? cancellation(event, 'taken-over') : []),
  StepNeedsOperator: ({ number, step, reason, at }) => {
    const value = { applicationNumber: number, step, reason, at };
    return { type: applications.v1.StepNeedsOperator, value: value satisfies applications.v1.StepNeedsOperator };
  },
  ApplicationEnded: (event, state) => {
    const { number, ending, at } = event;
    const ended = { type: applications.v1.ApplicationEnded, value: { applicationNumber: number, ending, endedAt: at } };
    return [ended satisfies Said<applications.v1.ApplicationEnded>, ...news.ended(event, state)];
  },
  StepDueSet: 'private',
  TakeOverAsked: 'private',
  TakeOverDropped: 'private',
  ConsentsSettled: 'private',
  ReviewLapsed: 'private',
  StepRevived: 'private',
  ConsentsGiven: 'private',
  StepNotNeeded: 'private',
  StepStopped: 'private',
  StepCancelled: 'private',
});

interface Said<T> extends PublishedEvent {
  readonly value: T;
}

const ofService = <E extends StepEvent>(event: E): event is E & { readonly kind: ServiceKind } =>
  event.kind !== 'decision';

const cancellation = (event: StepEvent, reason: string): PublishedEvent =>
  ofService(event) ? service.cancellation(event, reason) : decision.cancellation(event, reason);
