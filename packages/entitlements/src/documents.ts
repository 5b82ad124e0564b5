import {
  type AddressedCommand,
  type AnyAggregate,
  type RequestToSend,
  aggregate,
  aggregateType,
  commandTo,
} from '@lianban/model';
import type { EntitlementCommand } from './commands';
import { entitlement } from './decider';
import { type DrawnCommand, type DrawnEvent, type DrawnState, type Ending, drawn } from './drawn';
import { type Entitlement, type EntitlementState, type Holder, isStarted } from './entitlement';
import type { EntitlementEvent } from './events';
import type { Month } from './month';
import { announceEntitlement } from './wire';

export const ENTITLEMENTS = aggregateType<EntitlementState, EntitlementCommand, EntitlementEvent>('entitlements');
export const DRAWN = aggregateType<DrawnState, DrawnCommand, DrawnEvent>('drawn');

export const drawnId = ({ kind, id }: Holder): string => `${kind}:${id}`;

const person = (id: string): string => drawnId({ kind: 'person', id });

/** The application that granted it stands before the first "/": its records stay in one order with those of its case. */
const applicationOf = (id: string): string => id.split('/', 1)[0]!;

/** Which events of an entitlement raise a question to another service. */
type EntitlementRequests = (event: EntitlementEvent, entitlement: Entitlement) => readonly RequestToSend[];

const entitlements = (raised: EntitlementRequests) =>
  aggregate(ENTITLEMENTS, {
    keyOf: applicationOf,
    decider: entitlement,
    announce: announceEntitlement,
    sealed: ['amountFen', 'sums.*.amountFen', 'steps.*.amountFen', 'overpaid.*.amountFen'],
    // What must be looked at, by day.
    indexes: [{ fields: { 'state.lookBy': 1, _id: 1 } }],
    requests: (event, state) => (isStarted(state) ? raised(event, state) : []),
    policy(event, _state, id) {
      if (event.type !== 'EntitlementStarted') return [];
      const { holder, payeeId } = event.terms;
      const added = commandTo(DRAWN, drawnId(holder), { type: 'Add', id });
      return holder.kind === 'person'
        ? [added]
        : [added, commandTo(DRAWN, person(payeeId), { type: 'PayFor', householdId: holder.id })];
    },
  });

const drawnByHolder = aggregate(DRAWN, {
  decider: drawn,
  announce: {
    Added: 'private',
    PaidFor: 'private',
    AllStopped: 'private',
    AllResumed: 'private',
    AllToRecheck: 'private',
  },
  policy(event, { ids, households = [], ended }) {
    const toAll = (command: EntitlementCommand) => ids.map((id) => commandTo(ENTITLEMENTS, id, command));
    switch (event.type) {
      case 'Added':
        return ended ? [commandTo(ENTITLEMENTS, event.id, { type: 'Stop', ...ended })] : [];
      case 'PaidFor':
        return [];
      case 'AllStopped': {
        const { from, cause, recheckBy } = event;
        const looks = recheckBy === undefined ? [] : households;
        return [
          ...toAll({ type: 'Stop', from, cause }),
          ...looks.map((id) => recheckFor({ kind: 'household', id }, cause, recheckBy!)),
        ];
      }
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
export const entitlementDocuments = (raised: EntitlementRequests = () => []): readonly AnyAggregate[] => [
  entitlements(raised),
  drawnByHolder,
];

/**
 * What a handler of a department answers to a death or a move: everything this person draws of the department stops from a month on, what
 * starts later too, in one transaction. What is paid to this person for a household goes on, and is looked at again by a day where one is
 * named. Said twice it has one effect; an earlier month counts.
 */
export const stopFor = (personId: string, ending: Ending): AddressedCommand =>
  commandTo(DRAWN, person(personId), { type: 'StopAll', ...ending });

/** It was another day: what was stopped for that cause stops with the right month, with arrears for those between. */
export const restopFor = (personId: string, ending: Ending): AddressedCommand =>
  commandTo(DRAWN, person(personId), { type: 'RestopAll', ...ending });

/** It was an error: what was stopped for that cause goes on, with arrears, and is not overpaid any more. */
export const resumeFor = (personId: string, stoppedFor: string, cause: string, from: Month): AddressedCommand =>
  commandTo(DRAWN, person(personId), { type: 'ResumeAll', stoppedFor, cause, from });

/** What a person or household draws must be looked at again by a day, YYYY-MM-DD. Nothing is stopped by it. */
export const recheckFor = (holder: Holder, cause: string, by: string): AddressedCommand =>
  commandTo(DRAWN, drawnId(holder), { type: 'RecheckAll', cause, by });
