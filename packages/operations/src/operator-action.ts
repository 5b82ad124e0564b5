import type { ParkedKey } from '@lianban/engine';

/** An operator's act on a key with its reason; a skipped record stays readable in it. */
export interface OperatorAction {
  readonly action:
    | 'replay'
    | 'drop'
    | 'send-again'
    | 'rebuild'
    | 'take-catalogue'
    | 'take-holidays'
    | 'seal'
    | 'stop-sealing'
    | 'erase'
    | 'hold'
    | 'release-hold';
  readonly topic: string;
  readonly key: string;
  readonly operator: string;
  /** The second operator, where the act was asked for at the console; absent of one of the operators’ program. */
  readonly approvedBy?: string;
  readonly reason: string;
  readonly at: Date;
  readonly passedOver?: ParkedKey['records'][number];
}

/** Who does it, on whose approval, and why. */
export type OperatorDecision = Pick<OperatorAction, 'operator' | 'approvedBy' | 'reason'>;
