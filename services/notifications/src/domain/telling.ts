import type { Decider } from '@lianban/model';
import { remindersOf } from './reminders';

/** What was said of an application, in codes. */
export interface News {
  readonly what: string;
  readonly residentId: string;
  /** Who filed it for the resident; empty when they did. */
  readonly agentId: string;
  readonly package: string;
  readonly step: string;
  readonly department: string;
  readonly until?: Date;
  readonly at: Date;
}

/** One thing to tell: which template, of which event, to both. */
export interface ToTell extends News {
  readonly event: string;
  readonly template: string;
}

interface Deadline {
  readonly of: News;
  readonly until: Date;
  readonly reminders: readonly Date[];
}

/** Of one application: whom to tell, and the deadlines they are reminded of. */
export interface TellingState {
  readonly number: string;
  /** By step. */
  readonly deadlines: Readonly<Record<string, Deadline>>;
  readonly isOver: boolean;
}

export type TellingCommand =
  { readonly type: 'HearNews'; readonly event: string; readonly news: News } | { readonly type: 'RemindOfDeadlines' };
export type TellingEvent =
  | { readonly type: 'NewsHeard'; readonly event: string; readonly news: News; readonly at: Date }
  | {
      readonly type: 'ReminderDue';
      readonly event: string;
      readonly step: string;
      readonly news: News;
      readonly at: Date;
    };

/** News → template. What is not here is told nobody by itself: a granted part is told with the end of the whole. */
const templateFor: Readonly<Record<string, string>> = {
  received: 'received',
  'supplement-requested': 'supplement-requested',
  'supplement-received': 'supplement-received',
  payable: 'payable',
  refused: 'refused',
  corrected: 'corrected',
  revoked: 'revoked',
  'objection-received': 'objection-received',
  withdrawn: 'withdrawn',
  ended: 'ended',
};
const ends = new Set(['ended', 'withdrawn']);
const nextReminder = ({ deadlines, isOver }: TellingState): Date | undefined =>
  isOver
    ? undefined
    : Object.values(deadlines)
        .flatMap(({ reminders }) => reminders)
        .toSorted((a, b) => a.getTime() - b.getTime())[0];

export const telling: Decider<TellingState, TellingCommand, TellingEvent> = {
  initial: (number) => ({ number, deadlines: {}, isOver: false }),

  decide(command, state, now) {
    if (command.type === 'HearNews') return [{ type: 'NewsHeard', event: command.event, news: command.news, at: now }];
    // After an outage several may be due: one is enough, and none once the deadline has passed.
    return Object.entries(state.deadlines)
      .filter(([, { reminders }]) => reminders.some((at) => at <= now))
      .map(([step, { of, until, reminders }]) => {
        const due = reminders.filter((at) => at <= now).at(-1) ?? now;
        const event = `${state.number}/${step} ${until.toISOString()} ${due.toISOString()}`;
        return { type: 'ReminderDue', event, step, news: of, at: now };
      });
  },

  evolve(state, event) {
    const { step, until } = event.news;
    const { [step]: known, ...others } = state.deadlines;
    if (event.type === 'ReminderDue') {
      const reminders = known?.reminders.filter((at) => at > event.at) ?? [];
      return reminders.length === 0 || known === undefined
        ? { ...state, deadlines: others }
        : { ...state, deadlines: { ...others, [step]: { ...known, reminders } } };
    }
    const { news, at } = event;
    if (ends.has(news.what)) return { ...state, deadlines: {}, isOver: true };
    // Whatever else is said of a step ends what it waited for.
    const reminders = until === undefined ? [] : remindersOf(until, at);
    const deadlines = reminders.length > 0 ? { ...others, [step]: { of: news, until: until!, reminders } } : others;
    return { ...state, deadlines, isOver: false };
  },

  timeout(state) {
    const at = nextReminder(state);
    return at && { at, command: { type: 'RemindOfDeadlines' } };
  },
};

/** What an event means to people; undefined when nobody is told. */
export function toTell(event: TellingEvent): ToTell | undefined {
  const { news, event: id, at } = event;
  if (event.type === 'ReminderDue')
    return news.until !== undefined && news.until > at ? { ...news, event: id, template: 'reminder' } : undefined;
  const template = templateFor[news.what];
  return template === undefined ? undefined : { ...news, event: id, template };
}
