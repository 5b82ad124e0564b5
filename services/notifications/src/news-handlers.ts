import { type EventEnvelope, type EventHandler, eventHandler } from '@lianban/inbox';
import { commandTo } from '@lianban/model';
import { applications } from '@lianban/protos';
import { TELLINGS } from './aggregate-types';
import type { News } from './domain/telling';
import { noticesOf } from './notices-of';

/**
 * Which records people are told of. Everything else is skipped by its type, without decoding. A service with news of its own
 * gets a subscription beside this one.
 * @param sendsAnything whether this city has a way beside the inbox
 */
export const ofApplications = (sendsAnything: boolean): readonly EventHandler[] => [
  eventHandler(applications.v1.ApplicantConcerned, (message, envelope) => {
    const { what, residentId, agentId, package: code, step, department, until, at = envelope.at } = message;
    const news: News = { what, residentId, agentId, package: code, step, department, ...(until && { until }), at };
    const event = eventOf(envelope);
    const [notice, ...others] = noticesOf(
      { type: 'NewsHeard', event, news, at: envelope.at },
      envelope.key,
      sendsAnything,
    );
    // It begins no deadline and ends none, so nothing is remembered of it but the notice, which knows it when it comes again.
    const isAll = message.deadlineBefore === false && !until && others.length === 0;
    return isAll && notice ? notice : commandTo(TELLINGS, envelope.key, { type: 'HearNews', event, news });
  }),
];

/** What no replay changes: the same record is the same event. */
const eventOf = ({ source, subject, sequence }: EventEnvelope): string => `${source} ${subject} ${sequence}`;

/** An application speaks of itself alone. */
export const contradiction = (message: unknown, { key }: EventEnvelope): string | undefined =>
  (message as applications.v1.ApplicantConcerned).applicationNumber === key ? undefined : 'another application';
