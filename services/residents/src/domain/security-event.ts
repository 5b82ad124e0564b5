import type { Decider, Refusal } from '@lianban/model';

export const securityKinds = [
  'sign-in',
  'session-ended',
  'refusal',
  'id-search',
  'disclosure',
  'mandate',
  'take-over',
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

/** The refusal "invalid-security-event", when something stands in it that is no id, code or address. */
export function wrongIn(event: SecurityEvent): Refusal | undefined {
  const wrong = Object.entries(shapes).find(([name, shape]) => {
    const text = event[name as keyof typeof shapes];
    return !shape.test(text) || idNumber.test(text);
  });
  if (wrong)
    return {
      refused: 'invalid-security-event',
      detail: `${wrong[0]} holds something else than ids.`,
      pointer: `/${wrong[0]}`,
    };
  return undefined;
}

export const securityEvent: Decider<SecurityEventState, KeepSecurityEvent, SecurityEventKept> = {
  initial: () => ({ status: 'none' }),
  decide: ({ event }, state) =>
    state.status === 'kept' ? [] : (wrongIn(event) ?? [{ type: 'SecurityEventKept', event }]),
  evolve: (_state, { event }) => ({ status: 'kept', ...event }),
};
