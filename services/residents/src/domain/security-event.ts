import type { Decider } from '@lianban/model';

export const securityKinds = [
  'sign-in',
  'session-ended',
  'refusal',
  'id-search',
  'disclosure',
  'mandate',
  'take-over',
  'mending',
  'series',
  'lost',
] as const;

/** Who did what, from where, and how it ended: ids alone. */
export interface SecurityEvent {
  readonly at: Date;
  readonly kind: (typeof securityKinds)[number];
  readonly who: string;
  readonly what: string;
  readonly about: string;
  readonly whence: string;
  readonly outcome: string;
  readonly count: number;
}

export type SecurityEventState = { readonly status: 'none' } | ({ readonly status: 'kept' } & SecurityEvent);
export interface KeepSecurityEvent {
  readonly type: 'KeepSecurityEvent';
  readonly event: SecurityEvent;
}
export interface SecurityEventKept {
  readonly type: 'SecurityEventKept';
  readonly event: SecurityEvent;
}

// Patterns that no name, number of a person or address of a home fits: the log may be read by more people than the register.
const shapes: Readonly<Record<'who' | 'what' | 'about' | 'whence' | 'outcome', RegExp>> = {
  who: /^([a-z-]{1,20}:[\w.-]{1,64})?$/,
  what: /^[A-Z]{3,7} [\w/:.{}*-]{1,120}$|^$/,
  about: /^[\w.:/-]{0,160}$/,
  whence: /^[0-9a-fA-F.:]{0,45}$/,
  outcome: /^[a-z0-9-]{1,60}$/,
};
// 18 characters of an ID number, in whatever place.
const idNumber = /(?<!\d)\d{17}[\dXx](?![\dXx])/;

const WITHHELD = 'withheld';

/**
 * The event with what is no id, code or address left out: somebody who sends a name in an address is still in the log. An act or
 * person left out is empty, anything else "withheld".
 */
export function idsAlone(event: SecurityEvent): SecurityEvent {
  const kept = (name: keyof typeof shapes, instead: string): string =>
    shapes[name].test(event[name]) && !idNumber.test(event[name]) ? event[name] : instead;
  return {
    ...event,
    who: kept('who', ''),
    what: kept('what', ''),
    about: kept('about', WITHHELD),
    whence: kept('whence', ''),
    outcome: kept('outcome', WITHHELD),
  };
}

export const securityEvent: Decider<SecurityEventState, KeepSecurityEvent, SecurityEventKept> = {
  initial: () => ({ status: 'none' }),
  decide: ({ event }, state) =>
    state.status === 'kept' ? [] : [{ type: 'SecurityEventKept', event: idsAlone(event) }],
  evolve: (_state, { event }) => ({ status: 'kept', ...event }),
};
