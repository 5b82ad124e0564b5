import type { Decider } from '@lianban/model';
import type { SubmitApplication } from './commands';

/** What one use of an Idempotency-Key led to. Empty strings and null until the key is used. */
export interface RequestKeyState {
  readonly number: string;
  readonly bodyHash: string;
  readonly claimedAt: Date | null;
}

/** Claims a key for a submission. `bodyHash` tells whether a repeat asks for the same thing. */
export interface ClaimKey {
  readonly type: 'ClaimKey';
  readonly number: string;
  readonly bodyHash: string;
  readonly order: SubmitApplication;
}

export interface KeyClaimed {
  readonly type: 'KeyClaimed';
  readonly number: string;
  readonly bodyHash: string;
  readonly at: Date;
  /** The submission this key stands for; carried out in the same transaction, once. */
  readonly submission: SubmitApplication;
}

/** One document per resident, agent and key, so that nobody meets another person's key. */
export const requestKeyId = (residentId: string, agentId: string, key: string): string =>
  // "+" is in no id: an agent's keys cannot meet the resident's own.
  `${residentId}${agentId === '' ? '' : `+${agentId}`}/${key}`;

/**
 * Idempotency of submissions: the same key with the same body is the same application (`state.number` tells which),
 * with another body it is refused as "idempotency-key-reused".
 */
export const requestKeyDecider: Decider<RequestKeyState, ClaimKey, KeyClaimed> = {
  initial: () => ({ number: '', bodyHash: '', claimedAt: null }),
  decide({ number, bodyHash, order }, state, now) {
    if (state.claimedAt === null) return [{ type: 'KeyClaimed', number, bodyHash, at: now, submission: order }];
    if (state.bodyHash === bodyHash) return [];
    return {
      refused: 'idempotency-key-reused',
      detail: 'This Idempotency-Key was used for another request: send a new key with a changed request.',
    };
  },
  evolve: (_, { number, bodyHash, at }) => ({ number, bodyHash, claimedAt: at }),
};
