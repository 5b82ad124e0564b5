import { type Ask, lapsed, waiting } from './four-eyes';
import type { Facts, Outcome, Ruling } from './item';

/**
 * A decision made in error is put right by two supervisors: corrected 更正, or, when a grant becomes a refusal, revoked 撤销
 * (行政许可法 art. 69). `ruling` is what would stand instead; `reason` says, as a code, why the former one was in error.
 */
export interface CorrectionAsk extends Ask {
  readonly ruling: Ruling;
  readonly reason: string;
  readonly findings: Facts;
  readonly until: Date;
}

/** One that was made; what stood before is told by its outcome. */
export interface Correction {
  readonly at: Date;
  readonly reason: string;
  readonly was: Outcome;
  readonly askedBy: string;
  readonly approvedBy: string;
}

/** Demo value: calendar days in which a correction is to be approved. */
export const CORRECTION_ASK_DAYS = 10;

/** Demo value: a case whose decision was put right so often is no matter of errors any more. */
export const MOST_CORRECTIONS = 10;

type Correctable = { readonly correctionAsk?: CorrectionAsk };

export const openCorrection = ({ correctionAsk }: Correctable): CorrectionAsk | undefined => waiting(correctionAsk);

export const withoutOpenCorrection = <T extends Correctable>(file: T): T =>
  openCorrection(file) ? { ...file, correctionAsk: lapsed(file.correctionAsk!) } : file;

/** What was granted was revoked by a correction: there is nothing left to take back. */
export const isRevoked = ({ corrections = [] }: { readonly corrections?: readonly Correction[] }, now: Outcome) =>
  now === 'refused' && corrections.some(({ was }) => was === 'granted');
