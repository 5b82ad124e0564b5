import type { Decider, Refusal } from '@lianban/model';
import { type Channel, isChannel } from './channel';
import { type QuietHours, minuteOf } from './quiet-hours';
import { type Language, languages } from './words';

export interface Preference {
  readonly language: Language;
  /** In their order; none means the inbox alone. */
  readonly channels: readonly Channel[];
  /** Absent: at any hour. */
  readonly quietHours?: QuietHours;
  /** Whether whoever filed an application for this person is told of it, too. */
  readonly copiesToAgent: boolean;
}

/** Of whoever has set nothing. The hours are a value of the demonstration: no text sets them. */
export const DEFAULT_PREFERENCE: Preference = {
  language: 'zh',
  channels: ['sms', 'mail'],
  quietHours: { from: 21 * 60, to: 8 * 60 },
  copiesToAgent: true,
};

export interface RecipientState {
  readonly preference: Preference;
  /** How far the inbox was read. */
  readonly readUntil?: Date;
}

export type RecipientCommand =
  | { readonly type: 'SetPreference'; readonly preference: Preference }
  | { readonly type: 'MarkRead'; readonly until: Date };
export type RecipientEvent =
  | { readonly type: 'PreferenceSet'; readonly preference: Preference }
  | { readonly type: 'InboxRead'; readonly until: Date };

/** How one person wants to be told, and how far they have read. */
export const recipient: Decider<RecipientState, RecipientCommand, RecipientEvent> = {
  initial: () => ({ preference: DEFAULT_PREFERENCE }),
  decide(command, { readUntil }) {
    if (command.type === 'SetPreference') return [{ type: 'PreferenceSet', preference: command.preference }];
    // A page that was open for long tells of less than has been read meanwhile.
    return readUntil !== undefined && command.until <= readUntil ? [] : [{ type: 'InboxRead', until: command.until }];
  },
  evolve: (state, event) =>
    event.type === 'PreferenceSet' ? { ...state, preference: event.preference } : { ...state, readUntil: event.until },
};

interface Typed {
  readonly language: string;
  readonly channels: readonly string[];
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly copiesToAgent: boolean;
}

const invalid = (detail: string, pointer: string): Refusal => ({ refused: 'invalid-preference', detail, pointer });

/** What somebody chose, if it can be. */
export function readPreference(typed: Typed): Preference | Refusal {
  const language = languages.find((each) => each === typed.language);
  if (language === undefined) return invalid('Choose zh or en.', '/language');
  const channels = typed.channels.filter(isChannel);
  if (channels.length < typed.channels.length || new Set(channels).size < channels.length)
    return invalid('Choose sms and mail, each once at most.', '/channels');
  const { copiesToAgent } = typed;
  if (typed.quietFrom === '' && typed.quietTo === '') return { language, channels, copiesToAgent };
  const [from, to] = [minuteOf(typed.quietFrom), minuteOf(typed.quietTo)];
  if (from === undefined || to === undefined) return invalid('Write both times as HH:MM, or none.', '/quietHours');
  return { language, channels, quietHours: { from, to }, copiesToAgent };
}
