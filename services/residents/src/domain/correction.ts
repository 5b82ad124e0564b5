import type { Decider, Refusal } from '@lianban/model';

/** What of the register can be corrected here; who somebody is – the ID number, and the birth date in it – is the police's to say. */
export const CORRECTABLE = ['name', 'phone', 'address'] as const;
export type CorrectableField = (typeof CORRECTABLE)[number];

interface Asked {
  readonly residentId: string;
  readonly field: CorrectableField;
  /** Sealed for its place in the register, so that nobody opens it to put it there. */
  readonly sealed: string;
  /** The upload that shows it. */
  readonly reference: string;
  /** Whose officers decide. */
  readonly district: string;
}

interface Decided {
  readonly officer: string;
  readonly decidedAt: Date;
  /** Sealed; of a refusal. */
  readonly reason?: string;
}

export type KnownCorrection =
  | ({ readonly status: 'asked'; readonly askedAt: Date } & Asked)
  | ({ readonly status: 'granted' | 'refused'; readonly askedAt: Date } & Asked & Decided);
export type CorrectionState = { readonly status: 'none' } | KnownCorrection;

export type CorrectionCommand =
  | ({ readonly type: 'AskCorrection' } & Asked)
  | { readonly type: 'GrantCorrection'; readonly officer: string }
  | { readonly type: 'RefuseCorrection'; readonly officer: string; readonly reason: string };

export type CorrectionEvent =
  | ({ readonly type: 'CorrectionAsked'; readonly at: Date } & Asked)
  | { readonly type: 'CorrectionGranted'; readonly officer: string; readonly at: Date }
  | { readonly type: 'CorrectionRefused'; readonly officer: string; readonly reason: string; readonly at: Date };

export const NO_CORRECTION: Refusal = {
  refused: 'correction-not-found',
  detail: 'No correction of this number waits for you.',
};
const decided: Refusal = {
  refused: 'correction-decided',
  detail: 'This correction was decided already: the resident sees that decision.',
};

/** One correction that a resident asks for, decided once. */
export const correction: Decider<CorrectionState, CorrectionCommand, CorrectionEvent> = {
  initial: () => ({ status: 'none' }),

  decide(command, state, at) {
    if (command.type === 'AskCorrection') {
      const { residentId, field, sealed, reference, district } = command;
      return state.status === 'none'
        ? [{ type: 'CorrectionAsked', residentId, field, sealed, reference, district, at }]
        : [];
    }
    if (state.status === 'none') return NO_CORRECTION;
    if (state.status !== 'asked') return decided;
    const { officer } = command;
    return command.type === 'GrantCorrection'
      ? [{ type: 'CorrectionGranted', officer, at }]
      : [{ type: 'CorrectionRefused', officer, reason: command.reason, at }];
  },

  evolve(state, event) {
    if (event.type === 'CorrectionAsked') {
      const { residentId, field, sealed, reference, district, at } = event;
      return { status: 'asked', residentId, field, sealed, reference, district, askedAt: at };
    }
    if (state.status === 'none') return state;
    const { officer, at: decidedAt } = event;
    return event.type === 'CorrectionGranted'
      ? { ...state, status: 'granted', officer, decidedAt }
      : { ...state, status: 'refused', officer, decidedAt, reason: event.reason };
  },
};
