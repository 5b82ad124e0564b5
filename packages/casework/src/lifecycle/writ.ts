import type { Limits } from './clock';
import type { DecidedBy } from './events';
import type { Missing, Ruling } from './item';

/**
 * What a department tells the applicant in writing 文书: 行政许可法 art. 32 (acceptance, supplement), 38 (decision), 42 (extension),
 * 45 (time not counted), 69 (revocation). A correction takes the place of a decision of before.
 */
export type WritKind =
  'acceptance' | 'supplement' | 'pause' | 'extension' | 'grant' | 'refusal' | 'correction' | 'revocation';

/** The wording in force. A stored writ names the one it was issued in, and keeps it. */
export const WORDING = 2;

interface Issued<K extends WritKind> {
  readonly kind: K;
  readonly at: Date;
  readonly wording: number;
}

export interface DecisionWrit extends Issued<'grant' | 'refusal' | 'correction'> {
  /** Absent while it is the case's own: nothing is stored twice. */
  readonly ruling?: Ruling;
  /** The place of the writ it takes the place of. */
  readonly replaces?: number;
  /** Why the decision of before was in error, as a code, where two supervisors put it right. */
  readonly error?: string;
}

/**
 * One writ as it is stored: data alone, of which its text is made. Its place in the case, from 1, is its number there; nothing is ever
 * taken out, so the numbers of a case have no gap.
 */
export type Writ =
  | (Issued<'acceptance'> & Limits & { readonly acceptedAt: Date; readonly deemed?: true })
  | (Issued<'supplement'> & {
      readonly missing: readonly Missing[];
      readonly answerBy: Date;
      readonly by: DecidedBy;
    })
  | (Issued<'pause'> & { readonly reason: string; readonly until?: Date })
  | (Issued<'extension'> & Limits & { readonly days: number; readonly reason: string })
  | DecisionWrit
  | (Issued<'revocation'> & { readonly reason: string; readonly replaces?: number });

export const isDecision = (writ: Writ): writ is DecisionWrit =>
  writ.kind === 'grant' || writ.kind === 'refusal' || writ.kind === 'correction';

/** The place, from 0, of what the case says at last: a decision, or that it is revoked; -1 before there is one. */
export const lastDecided = (writs: readonly Writ[]): number =>
  writs.findLastIndex((writ) => isDecision(writ) || writ.kind === 'revocation');
