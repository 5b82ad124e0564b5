import { type Entitlement, type EntitlementState, isStarted } from './entitlement';
import type { EntitlementEvent, EntitlementResumed, EntitlementStarted } from './events';
import type { Month } from './month';

/** The entitlement after one more event. Throws on an event before the start: that is a bug, or a damaged document. */
export function evolve(state: EntitlementState, event: EntitlementEvent): EntitlementState {
  if (event.type === 'EntitlementStarted') return started(state.id, event);
  if (!isStarted(state)) throw new Error(`${event.type} happened to entitlement ${state.id} before its start`);
  return withLook(proceed(state, event), event);
}

/** A look that a death or a move asks for comes on top of the rhythm; a confirmation answers both. */
function withLook(state: Entitlement, event: EntitlementEvent): Entitlement {
  const { lookBy: before, ...rest } = state;
  if (rest.stop) return rest;
  const wanted = event.type === 'EntitlementConfirmed' ? undefined : before;
  const said = event.type === 'EntitlementRecheckDue' ? event.by : undefined;
  const days = [wanted, said, rest.recheck?.by].filter((day) => day !== undefined).toSorted();
  return { ...rest, ...(days[0] !== undefined && { lookBy: days[0] }) };
}

const started = (id: string, { terms }: EntitlementStarted): Entitlement => ({
  ...terms,
  id,
  sums: [sumFrom(terms.from, terms.amountFen)],
  suspensions: [],
  overpaid: [],
  ...(terms.recheck && { lookBy: terms.recheck.by }),
});

const sumFrom = (from: Month, amountFen: number | undefined, cause?: string) => ({
  from,
  ...(amountFen !== undefined && { amountFen }),
  ...(cause !== undefined && { cause }),
});

function proceed(state: Entitlement, event: Exclude<EntitlementEvent, EntitlementStarted>): Entitlement {
  switch (event.type) {
    case 'EntitlementChanged': {
      const before = state.sums.filter(({ from }) => from < event.from);
      const { steps = [] } = state;
      return {
        ...state,
        sums: [...before, sumFrom(event.from, event.amountFen, event.cause)],
        ...(event.isStep && { steps: steps.filter(({ from }) => from > event.from) }),
      };
    }
    case 'EntitlementSuspended':
      return { ...state, suspensions: [...state.suspensions, { from: event.from, cause: event.cause }] };
    case 'EntitlementResumed':
      return resumed(state, event);
    case 'EntitlementStopped':
      return {
        ...state,
        stop: { from: event.from, cause: event.cause, ...(event.isRevoked && { isRevoked: event.isRevoked }) },
      };
    case 'EntitlementOverpaid':
      return { ...state, overpaid: event.months };
    case 'EntitlementRecheckDue':
      return { ...state, toldOf: event.by };
    case 'EntitlementConfirmed':
      return state.recheck ? { ...state, recheck: { ...state.recheck, by: event.by } } : state;
    case 'EntitlementActAsked': {
      const { act, from, cause, arrears, officer, at } = event;
      return { ...state, asked: { act, from, cause, arrears, officer, at } };
    }
    case 'EntitlementActAnswered': {
      const { asked, ...rest } = state;
      return asked ? rest : state;
    }
  }
}

/** What stopped in error goes on; the months between count as a suspension that has ended. */
function resumed(state: Entitlement, { from: to, arrears }: EntitlementResumed): Entitlement {
  const { stop, ...rest } = state;
  const ended = rest.suspensions.map((each) => (each.to === undefined ? { ...each, to, arrears } : each));
  const between = stop && stop.from < to ? [{ from: stop.from, to, cause: stop.cause, arrears }] : [];
  return { ...rest, suspensions: [...ended, ...between] };
}
