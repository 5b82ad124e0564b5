import type { Decider } from '@lianban/model';
import { by } from './by';

/** What a resident objects to, in their own words. Kept here for the officers; an event carries only its number. */
export interface ObjectionState {
  readonly applicationNumber: string;
  readonly step: string;
  readonly text: string;
  readonly filedAt: Date | null;
}

export interface FileObjection {
  readonly type: 'FileObjection';
  readonly applicationNumber: string;
  readonly step: string;
  readonly text: string;
  readonly agentId?: string;
}

export interface ObjectionFiled {
  readonly type: 'ObjectionFiled';
  readonly applicationNumber: string;
  readonly step: string;
  readonly text: string;
  readonly agentId?: string;
  readonly at: Date;
}

const longestText = 4000;

/**
 * One objection 异议, filed once: the same words again change nothing. Refused with "invalid-objection" when it says nothing or too
 * much, with "idempotency-key-reused" when other words come under its key.
 */
export const objectionDecider: Decider<ObjectionState, FileObjection, ObjectionFiled> = {
  initial: () => ({ applicationNumber: '', step: '', text: '', filedAt: null }),
  decide(command, state, now) {
    const { applicationNumber, step, text } = command;
    if (state.filedAt !== null)
      return text === state.text
        ? []
        : {
            refused: 'idempotency-key-reused',
            detail: 'This Idempotency-Key was used for an objection in other words: send a new key with these.',
          };
    if (text.trim() === '' || text.length > longestText)
      return {
        refused: 'invalid-objection',
        detail: `Say in 1 to ${longestText} characters what you object to.`,
        pointer: '/reason',
      };
    return [{ type: 'ObjectionFiled', applicationNumber, step, text, at: now, ...by(command) }];
  },
  evolve: (_, { applicationNumber, step, text, at }) => ({ applicationNumber, step, text, filedAt: at }),
};
