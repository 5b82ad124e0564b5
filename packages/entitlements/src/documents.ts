import { type AddressedCommand, type AnyAggregate, aggregate, aggregateType, commandTo } from '@lianban/model';
import type { EntitlementCommand } from './commands';
import { entitlement } from './decider';
import { type DrawnCommand, type DrawnEvent, type DrawnState, drawn } from './drawn';
import type { EntitlementState, Holder } from './entitlement';
import type { EntitlementEvent } from './events';
import type { Month } from './month';
import { announceEntitlement } from './wire';

export const ENTITLEMENTS = aggregateType<EntitlementState, EntitlementCommand, EntitlementEvent>('entitlements');
const DRAWN = aggregateType<DrawnState, DrawnCommand, DrawnEvent>('drawn');

const drawnId = ({ kind, id }: Holder): string => `${kind}:${id}`;

/** The application that granted it stands before the first "/": its records stay in one order with those of its case. */
const applicationOf = (id: string): string => id.split('/', 1)[0]!;

const entitlements = aggregate(ENTITLEMENTS, {
  keyOf: applicationOf,
  decider: entitlement,
  announce: announceEntitlement,
  sealed: ['amountFen', 'sums.*.amountFen', 'steps.*.amountFen', 'overpaid.*.amountFen'],
  policy: (event, _state, id) =>
    event.type === 'EntitlementStarted' ? [commandTo(DRAWN, drawnId(event.terms.holder), { type: 'Add', id })] : [],
});

const drawnByHolder = aggregate(DRAWN, {
  decider: drawn,
  announce: { Added: 'private', AllStopped: 'private', AllResumed: 'private', AllToRecheck: 'private' },
  policy(event, { ids, ended }) {
    const toAll = (command: EntitlementCommand) => ids.map((id) => commandTo(ENTITLEMENTS, id, command));
    switch (event.type) {
      case 'Added':
        return ended ? [commandTo(ENTITLEMENTS, event.id, { type: 'Stop', ...ended })] : [];
      case 'AllStopped':
        return toAll({ type: 'Stop', from: event.from, cause: event.cause });
      case 'AllResumed': {
        const { from, cause, stoppedFor } = event;
        return toAll({ type: 'Resume', from, arrears: true, cause, stoppedFor });
      }
      case 'AllToRecheck':
        return toAll({ type: 'AskRecheck', by: event.by, cause: event.cause });
    }
  },
});

/** The documents a department keeps entitlements in. */
export const entitlementDocuments: readonly AnyAggregate[] = [entitlements, drawnByHolder];

const person = (id: string): string => drawnId({ kind: 'person', id });

/**
 * What a handler of a department answers to a death or a move: everything this person draws of the department stops from a month on, what
 * starts later too, in one transaction. What a household draws goes on: `recheckFor`. Said twice it has one effect; an earlier month counts.
 */
export const stopFor = (personId: string, cause: string, from: Month): AddressedCommand =>
  commandTo(DRAWN, person(personId), { type: 'StopAll', cause, from });

/** It was an error: what was stopped for that cause goes on, with arrears, and is not overpaid any more. */
export const resumeFor = (personId: string, stoppedFor: string, cause: string, from: Month): AddressedCommand =>
  commandTo(DRAWN, person(personId), { type: 'ResumeAll', stoppedFor, cause, from });

/** What a person or household draws must be looked at again by a day, YYYY-MM-DD. Nothing is stopped by it. */
export const recheckFor = (holder: Holder, cause: string, by: string): AddressedCommand =>
  commandTo(DRAWN, drawnId(holder), { type: 'RecheckAll', cause, by });
