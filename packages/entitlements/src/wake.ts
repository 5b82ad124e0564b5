import { daysAfter } from '@lianban/input';
import type { Timeout } from '@lianban/model';
import type { CommandOf } from './commands';
import { type Entitlement, type EntitlementState, isStarted } from './entitlement';
import type { EntitlementEvent } from './events';
import { monthAfter, startOf } from './month';

interface Coming {
  readonly at: Date;
  readonly events: (now: Date) => readonly EntitlementEvent[];
}

/** What comes by itself next, and when; nothing does once it has been stopped. */
export function nextOf(state: EntitlementState): Coming | undefined {
  if (!isStarted(state) || state.stop) return undefined;
  const coming = [stepOf(state), endOf(state), recheckOf(state)].filter((each) => each !== undefined);
  return coming.toSorted((one, other) => one.at.getTime() - other.at.getTime())[0];
}

export const timeout = (state: EntitlementState): Timeout<CommandOf<'Wake'>> | undefined => {
  const next = nextOf(state);
  return next && { at: next.at, command: { type: 'Wake' } };
};

const stepOf = ({ steps = [] }: Entitlement): Coming | undefined => {
  const [step] = steps;
  return (
    step && { at: startOf(step.from), events: (at) => [{ type: 'EntitlementChanged', ...step, isStep: true, at }] }
  );
};

const endOf = ({ until }: Entitlement): Coming | undefined => {
  if (until === undefined) return undefined;
  const from = monthAfter(until, 1);
  return { at: startOf(from), events: (at) => [{ type: 'EntitlementStopped', from, cause: 'until-reached', at }] };
};

/** Where a missed one suspends, the day itself is still in time. */
const recheckOf = ({ recheck, toldOf }: Entitlement): Coming | undefined => {
  if (!recheck || toldOf === recheck.by) return undefined;
  const { by, missed } = recheck;
  const told = { type: 'EntitlementRecheckDue', by, cause: 'recheck' } as const;
  if (missed === 'tell') return { at: startOf(by), events: (at) => [{ ...told, at }] };
  const suspended = { type: 'EntitlementSuspended', from: monthAfter(by, 1), cause: 'check-missed' } as const;
  return {
    at: startOf(daysAfter(by, 1)),
    events: (at) => [
      { ...told, at },
      { ...suspended, at },
    ],
  };
};
