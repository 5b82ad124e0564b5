import type { Decider, Refusal } from '@lianban/model';
import type { MadeNotice, NoticeCommand, NoticeContent, NoticeEvent, NoticeState, Report } from './notice';
import { withReceipt, withReport, withSending } from './sendings';
import { without } from './without';

const minuteMs = 60_000;
/** After that an attempt whose process died is made again. */
const LEASE_MS = 2 * minuteMs;
/** Minutes before the next attempt; the last counts on. */
const AGAIN_MINUTES = [1, 2, 5, 10, 30, 60];
/** A way that answers "later" for so long counts as closed, and so does one that never sends its receipt. */
export const GIVE_UP_MS = 72 * 60 * minuteMs;

export const NO_NOTICE: Refusal = { refused: 'notice-not-found', detail: 'There is no notice with this number.' };

const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms);
const isAgents = ({ to, residentId }: NoticeContent): boolean => to !== residentId;

/** One notice to one person, of one event. Made again it is the same: nothing happens. */
export const notice: Decider<NoticeState, NoticeCommand, NoticeEvent> = {
  initial: () => ({ status: 'none' }),

  decide(command, state, at) {
    if (command.type === 'MakeNotice')
      return state.status === 'none' ? [{ type: 'NoticeMade', content: command.content, at }] : [];
    if (state.status === 'none') return NO_NOTICE;
    switch (command.type) {
      case 'AdmitAgent':
        return state.status === 'unchecked' ? [{ type: 'AgentAdmitted', at }] : [];
      case 'WithholdNotice':
        return state.status === 'unchecked' ? [{ type: 'NoticeWithheld', why: command.why, at }] : [];
      case 'HoldNotice':
        return state.status === 'queued' ? [{ type: 'NoticeHeld', until: command.until }] : [];
      case 'SendNotice':
        return isDue(state, at) ? send(state, command.next, at) : [];
      case 'ReportSending':
        return state.status === 'sending' ? report(state, command, at) : [];
      case 'TakeReceipt':
        return receipt(state, command, at);
      case 'ReadNotice':
        return state.unserved ? [{ type: 'NoticeServed', at }] : [];
    }
  },

  evolve(state, event) {
    if (event.type === 'NoticeMade') return made(event.content, event.at);
    return state.status === 'none' ? state : evolveMade(state, event);
  },
};

const isDue = ({ dueAt, status }: MadeNotice, at: Date): boolean =>
  dueAt !== undefined && dueAt <= at && (status === 'queued' || status === 'sending');

function send(state: MadeNotice, next: Report['channel'] | undefined, at: Date): readonly NoticeEvent[] {
  const last = state.sendings.at(-1);
  // It was taken, and its receipt never came.
  if (state.status === 'sending' && last?.outcome === 'accepted')
    return [{ type: 'ReceiptMissed', channel: last.channel, at }];
  if (next !== undefined) return [{ type: 'SendingBegan', channel: next, at }];
  if (state.sendings.every(({ outcome }) => outcome === undefined)) return [{ type: 'NoticeInboxOnly', at }];
  const isKnown = state.sendings.some(
    ({ outcome, receipt: said }) => outcome === 'permanent' || said?.status === 'failed',
  );
  return [{ type: 'NoticeFailed', status: isKnown ? 'permanent-failure' : 'technical-failure', at }];
}

function report(state: MadeNotice, { channel, outcome, code, mask, hash }: Report, at: Date): readonly NoticeEvent[] {
  const said = { type: 'SendingReported', channel, outcome, code, mask, hash, at } as const;
  if (outcome !== 'temporary' || later(state.since ?? at, GIVE_UP_MS) <= at) return [said];
  const minutes = AGAIN_MINUTES[Math.min(state.attempts, AGAIN_MINUTES.length) - 1] ?? 1;
  return [{ ...said, again: later(at, minutes * minuteMs) }];
}

/** A receipt may come before the answer to the sending, twice, or never: what was said first stands beside it. */
function receipt(
  state: MadeNotice,
  { channel, status }: { readonly channel: Report['channel']; readonly status: 'delivered' | 'failed' },
  at: Date,
): readonly NoticeEvent[] | Refusal {
  const last = state.sendings.findLast((each) => each.channel === channel);
  if (last === undefined) return NO_NOTICE;
  return last.receipt?.status === status ? [] : [{ type: 'ReceiptTaken', channel, status, at }];
}

function made(content: NoticeContent, at: Date): MadeNotice {
  const fresh = { ...content, at, closed: [], attempts: 0, sendings: [] };
  if (isAgents(content)) return { ...fresh, status: 'unchecked', dueAt: at };
  return content.inboxOnly ? { ...fresh, status: 'inbox' } : { ...fresh, status: 'queued', dueAt: at };
}

const settled = (state: MadeNotice, status: MadeNotice['status']): MadeNotice => ({
  ...without(state, 'dueAt'),
  status,
});

/** This way is closed; the next one is looked for at once. */
const closing = (state: MadeNotice, channel: Report['channel'], at: Date): MadeNotice => ({
  ...without(state, 'since'),
  ...{ status: 'queued', closed: [...new Set([...state.closed, channel])], attempts: 0, dueAt: at },
});

function evolveMade(state: MadeNotice, event: Exclude<NoticeEvent, { type: 'NoticeMade' }>): MadeNotice {
  switch (event.type) {
    case 'AgentAdmitted':
      return state.inboxOnly
        ? { ...settled(state, 'inbox'), at: event.at }
        : { ...state, status: 'queued', at: event.at, dueAt: event.at };
    case 'NoticeWithheld':
      return settled(state, 'withheld');
    case 'NoticeHeld':
      return { ...state, dueAt: event.until };
    case 'SendingBegan': {
      const { channel, at } = event;
      const { attempts, since = at } = state;
      const dueAt = later(at, LEASE_MS);
      return { ...withSending(state, { channel, at }), status: 'sending', attempts: attempts + 1, since, dueAt };
    }
    case 'SendingReported':
      return reported(withReport(state, event), event);
    case 'ReceiptTaken':
      return received(withReceipt(state, event), event);
    case 'ReceiptMissed':
      return closing(state, event.channel, event.at);
    case 'NoticeFailed':
      return { ...settled(state, event.status), ...(state.class === 'legal' && { unserved: true as const }) };
    case 'NoticeServed':
      return without(state, 'unserved');
    case 'NoticeInboxOnly':
      return settled(state, 'inbox');
  }
}

function reported(state: MadeNotice, { channel, outcome, again, at }: Report & { again?: Date; at: Date }): MadeNotice {
  if (again !== undefined) return { ...state, status: 'queued', dueAt: again };
  if (outcome !== 'accepted') return closing(state, channel, at);
  const said = state.sendings.at(-1)?.receipt?.status;
  if (said === 'failed') return closing(state, channel, at);
  // A mail server that took it delivers it or tells; an SMS is delivered when the gateway says so.
  return said === 'delivered' || channel === 'mail'
    ? settled(state, 'delivered')
    : { ...state, dueAt: later(at, GIVE_UP_MS) };
}

function received(
  state: MadeNotice,
  {
    channel,
    status,
    at,
  }: { readonly channel: Report['channel']; readonly status: 'delivered' | 'failed'; readonly at: Date },
): MadeNotice {
  if (status === 'delivered') return settled(state, 'delivered');
  // Before the answer to the sending: that decides.
  if (state.status === 'sending' && state.sendings.at(-1)?.outcome === undefined) return state;
  return closing(state, channel, at);
}
