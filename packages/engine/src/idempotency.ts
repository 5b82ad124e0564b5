import { type AnyAggregate, type Typed, aggregate, aggregateType, refuse } from '@lianban/model';

/** What one use of a key led to. The field names are those of documents stored before the engine kept the keys. */
export interface IdempotencyKey {
  /** Id of the document the command was carried out on; "" until the key is used. */
  readonly number: string;
  readonly bodyHash: string;
  readonly claimedAt: Date | null;
}

/** Sent by the engine itself, in the same unit of work as the command the key stands for. */
export interface ClaimKey extends Typed {
  readonly type: 'ClaimKey';
  readonly number: string;
  readonly bodyHash: string;
}
export interface KeyClaimed extends Typed {
  readonly type: 'KeyClaimed';
  readonly number: string;
  readonly bodyHash: string;
  readonly at: Date;
}

export const idempotencyKeyType = (name: string) => aggregateType<IdempotencyKey, ClaimKey, KeyClaimed>(name);

/**
 * The aggregate that keeps a service's idempotency keys, committed with what they stand for. The same key with the same
 * hash is the same request; with another hash it is refused as "idempotency-key-reused".
 * @param keepMs how long after its use a key is kept, in milliseconds
 */
export const idempotencyKeys = (type: ReturnType<typeof idempotencyKeyType>, keepMs: number): AnyAggregate =>
  aggregate(type, {
    decider: {
      initial: () => ({ number: '', bodyHash: '', claimedAt: null }),
      decide({ number, bodyHash }, state, now) {
        if (state.claimedAt === null) return [{ type: 'KeyClaimed', number, bodyHash, at: now }];
        if (state.bodyHash === bodyHash) return [];
        return refuse(
          'idempotency-key-reused',
          'This Idempotency-Key was used for another request: send a new key with a changed request.',
        );
      },
      evolve: (_, { number, bodyHash, at }) => ({ number, bodyHash, claimedAt: at }),
    },
    announce: { KeyClaimed: 'private' },
    // A key that exists is a repeat, which is rare.
    createdBy: ['ClaimKey'],
    keepMs,
  });
