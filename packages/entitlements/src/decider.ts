import { monthAfter } from '@lianban/input';
import { monthsAfter } from '@lianban/input';
import { type Decider, type Refusal, isRefusal, refuse } from '@lianban/model';
import type { CommandOf, EntitlementCommand } from './commands';
import { overpaidAfter } from './due';
import { type Entitlement, type EntitlementState, isStarted, openSuspension } from './entitlement';
import type { EntitlementEvent } from './events';
import { evolve } from './evolve';
import { laterOf, monthOf } from './month';
import { nextOf, timeout } from './wake';

type Events = readonly EntitlementEvent[];

/** The life of an entitlement: started, changed, suspended, resumed, stopped; with each change what it leaves overpaid. */
export const entitlement: Decider<EntitlementState, EntitlementCommand, EntitlementEvent> = {
  initial: (id) => ({ id }),
  evolve,
  timeout,
  decide(command, state, at) {
    if (command.type === 'Start' && !isStarted(state)) {
      const { terms, cause } = command;
      return [{ type: 'EntitlementStarted', terms, cause, at }];
    }
    // Granted before entitlements were kept: there is nothing here to change.
    if (!isStarted(state)) return [];
    const events = handle(state, command, at);
    return isRefusal(events) ? events : [...events, ...overpaid(state, events, at)];
  },
};

const isStopped = refuse('entitlement-stopped', 'The entitlement has ended: grant it anew, or resume it.');

function handle(state: Entitlement, command: EntitlementCommand, at: Date): Events | Refusal {
  switch (command.type) {
    case 'Start':
      return startAgain(state, command, at);
    case 'Change':
      return state.stop ? isStopped : change(state, command, at);
    case 'Suspend':
      return state.stop ? isStopped : suspend(state, command, at);
    case 'Resume':
      return resume(state, command, at);
    case 'Stop':
      return stop(state, command, at);
    case 'Revoke':
      return revoke(state, command, at);
    case 'AskRecheck':
      return state.stop || state.toldOf === command.by
        ? []
        : [{ type: 'EntitlementRecheckDue', by: command.by, cause: command.cause, at }];
    case 'Confirm':
      return state.stop ? isStopped : confirm(state, command, at);
    case 'AskAct':
      return askAct(state, command, at);
    case 'AnswerAct':
      return answerAct(state, command, at);
    case 'Wake':
      return wake(state, at);
  }
}

/** Granted after it was revoked: nothing of it was overpaid, and the months between are paid. Said twice, nothing happens. */
function startAgain(state: Entitlement, { terms, cause }: CommandOf<'Start'>, at: Date): Events {
  if (!state.stop?.isRevoked) return [];
  const from = laterOf(state.stop.from, monthOf(at));
  const resumed: EntitlementEvent = { type: 'EntitlementResumed', from, arrears: true, cause, at };
  return [resumed, ...change(state, { from: terms.from, amountFen: terms.amountFen, cause }, at)];
}

type Wanted = Pick<CommandOf<'Change'>, 'from' | 'cause'> & { readonly amountFen?: number | undefined };

function change(state: Entitlement, { from: wanted, amountFen, cause }: Wanted, at: Date): Events {
  const from = laterOf(wanted, state.from);
  const after = state.sums.filter((sum) => sum.from > from);
  const isSame = after.length === 0 && state.sums.findLast((sum) => sum.from <= from)?.amountFen === amountFen;
  if (isSame) return [];
  return [{ type: 'EntitlementChanged', from, ...(amountFen !== undefined && { amountFen }), cause, at }];
}

const suspend = (state: Entitlement, { from, cause }: CommandOf<'Suspend'>, at: Date): Events =>
  openSuspension(state) ? [] : [{ type: 'EntitlementSuspended', from: laterOf(from, state.from), cause, at }];

function resume(state: Entitlement, command: CommandOf<'Resume'>, at: Date): Events {
  const { from: wanted, arrears, cause, stoppedFor } = command;
  if (stoppedFor !== undefined && state.stop?.cause !== stoppedFor) return [];
  const since = openSuspension(state)?.from ?? state.stop?.from;
  if (since === undefined) return [];
  return [{ type: 'EntitlementResumed', from: laterOf(wanted, since), arrears, cause, at }];
}

/** What is stopped already stops once more only when it is from an earlier month on. */
function stop(state: Entitlement, { from: wanted, cause }: CommandOf<'Stop'>, at: Date): Events {
  const from = laterOf(wanted, state.from);
  if (state.stop && state.stop.from <= from) return [];
  return [{ type: 'EntitlementStopped', from, cause, at }];
}

function revoke(state: Entitlement, { cause }: CommandOf<'Revoke'>, at: Date): Events {
  if (state.stop?.isRevoked) return [];
  const next = laterOf(monthAfter(monthOf(at), 1), state.from);
  const from = state.stop && state.stop.from < next ? state.stop.from : next;
  return [{ type: 'EntitlementStopped', from, cause, at, isRevoked: true }];
}

const nothingToResume = refuse('not-suspended', 'It is paid: there is nothing to resume.');
const isAsked = refuse('act-already-asked', 'Another act waits for a second person: answer that first.');
const nothingAsked = refuse('no-act-asked', 'Nothing waits for a second person.');
const needsAnother = refuse('second-person-needed', 'Who asked for it does not approve it: another officer does.');

/** What moves money needs two people. */
function askAct(state: Entitlement, command: CommandOf<'AskAct'>, at: Date): Events | Refusal {
  if (state.asked) return isAsked;
  if (command.act === 'stop' && state.stop) return isStopped;
  if (command.act === 'resume' && !state.stop && !openSuspension(state)) return nothingToResume;
  const { act, from, cause, arrears, officer } = command;
  return [{ type: 'EntitlementActAsked', act, from, cause, arrears, officer, at }];
}

/** Who asked may take it back. */
function answerAct(state: Entitlement, { approve, officer }: CommandOf<'AnswerAct'>, at: Date): Events | Refusal {
  const { asked } = state;
  if (!asked) return nothingAsked;
  if (approve && asked.officer === officer) return needsAnother;
  const answered: EntitlementEvent = { type: 'EntitlementActAnswered', approved: approve, officer, at };
  if (!approve) return [answered];
  const { act, from, cause, arrears } = asked;
  const done =
    act === 'stop'
      ? stop(state, { type: 'Stop', from, cause }, at)
      : resume(state, { type: 'Resume', from, cause, arrears }, at);
  return [answered, ...done];
}

/** A suspension for want of it ends with the month of the confirmation; the months before are not paid. */
function confirm(state: Entitlement, { on, cause }: CommandOf<'Confirm'>, at: Date): Events {
  const { recheck, lookBy } = state;
  if (!recheck && lookBy === undefined) return [];
  // What a death asked for is answered, and the rhythm stays as it was.
  const isBetween = recheck && lookBy !== undefined && lookBy < recheck.by;
  const by = !recheck ? '' : isBetween ? recheck.by : nextCheck(recheck.by, recheck.everyMonths, on);
  const confirmed: EntitlementEvent = { type: 'EntitlementConfirmed', by, cause, at };
  const open = openSuspension(state);
  if (open?.cause !== 'check-missed') return [confirmed];
  const from = laterOf(on.slice(0, 7), open.from);
  return [confirmed, { type: 'EntitlementResumed', from, arrears: false, cause, at }];
}

/** The first day of the rhythm that lies after the one due. */
function nextCheck(due: string, everyMonths: number, on: string): string {
  const next = monthsAfter(due, everyMonths);
  return next > on ? next : nextCheck(next, everyMonths, on);
}

/** All that has come by now, in its order. */
function wake(from: Entitlement, at: Date): Events {
  const events: EntitlementEvent[] = [];
  for (let state: EntitlementState = from; ;) {
    const next = nextOf(state);
    if (!next || next.at > at) return events;
    const some = next.events(at);
    events.push(...some);
    state = some.reduce(evolve, state);
  }
}

/** What the change leaves overpaid, when that is not what was said before. */
function overpaid(before: Entitlement, events: Events, at: Date): Events {
  const cause = events.map(causeOf).find((each) => each !== undefined);
  const after = events.reduce(evolve, before as EntitlementState);
  if (cause === undefined || !isStarted(after)) return [];
  const months = overpaidAfter(before, after, monthOf(at));
  const isSame = JSON.stringify(months) === JSON.stringify(before.overpaid);
  return isSame ? [] : [{ type: 'EntitlementOverpaid', months, cause, at }];
}

/** Of what changes what is due. */
function causeOf(event: EntitlementEvent): string | undefined {
  switch (event.type) {
    case 'EntitlementConfirmed':
    case 'EntitlementActAsked':
    case 'EntitlementActAnswered':
      return undefined;
    default:
      return event.cause;
  }
}
