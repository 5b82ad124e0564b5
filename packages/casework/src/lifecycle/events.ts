import type { Limits } from './clock';
import type { AskAbout } from './four-eyes';
import type { Facts, Material, Missing, Ruling, StepRequest } from './item';

export type DecidedBy = 'rule' | 'officer';

/** Who decided, and on which findings, so that the decision can be worked out again; an officer is an opaque id. */
export interface Author {
  readonly decidedBy: DecidedBy;
  readonly officer?: string;
  /** The second person, where one was needed. */
  readonly approvedBy?: string;
  readonly findings?: Facts;
}

export const authorOf = ({ decidedBy, officer, approvedBy, findings }: Author): Author => ({
  decidedBy,
  ...(officer !== undefined && { officer }),
  ...(approvedBy !== undefined && { approvedBy }),
  ...(findings && { findings }),
});

/** Why the legal clock stands still. */
export type PauseCause = 'officer' | 'supplement' | 'wait' | 'notice';

interface Happened<T extends string> {
  readonly type: T;
  /** When it was recorded. */
  readonly at: Date;
}

/** When the case is deemed accepted unless an officer speaks before; absent for rules. */
export interface AcceptBy {
  readonly acceptBy?: Date;
  /** The last moment of the holiday tables it was counted by, when it is later than that. */
  readonly provisionalAfter?: Date;
}

/** `receivedAt` is the legal receipt: when the step was asked for, not when a late delivery brought it here. */
export interface CaseReceived extends Happened<'CaseReceived'>, AcceptBy {
  readonly request: StepRequest;
  readonly receivedAt: Date;
}

export interface SupplementAsked extends Happened<'SupplementAsked'> {
  readonly missing: readonly Missing[];
  readonly answerBy: Date;
  readonly by: DecidedBy;
  readonly officer?: string;
}

export interface SupplementGiven extends Happened<'SupplementGiven'>, AcceptBy {
  readonly answers: Facts;
  readonly materials: readonly Material[];
  readonly providedAt: Date;
  readonly providedBy?: string;
}

/** The dates counted again by a holiday table that came later: of an accepted case its limits, before that the other. */
export interface DatesSet extends Happened<'DatesSet'>, Limits, AcceptBy {}

/** Limits count from `acceptedAt`, which for a deemed acceptance is the receipt of the complete file. */
export interface CaseAccepted extends Happened<'CaseAccepted'>, Limits {
  readonly acceptedAt: Date;
  readonly deemed: boolean;
  /** Decided at once, and told with the decision. */
  readonly decidedAtOnce?: true;
  readonly officer?: string;
}

/** What a rule could not finish is an officer's from now on; `why` is a kebab-case code. */
export interface CaseHandedOver extends Happened<'CaseHandedOver'> {
  readonly why: string;
}

export interface FactAsked extends Happened<'FactAsked'> {
  readonly name: string;
}

export interface FactLearnt extends Happened<'FactLearnt'> {
  readonly name: string;
  readonly value: unknown;
}

export interface FactFailed extends Happened<'FactFailed'> {
  readonly name: string;
  readonly why: string;
}

/** Learnt too long ago to decide on: it is asked anew. */
export interface FactOutdated extends Happened<'FactOutdated'> {
  readonly name: string;
}

/** Not told for want of something the resident is asked for: asked anew when they have handed it in. */
export interface FactWithheld extends Happened<'FactWithheld'> {
  readonly name: string;
  readonly why: string;
}

export interface WaitStarted extends Happened<'WaitStarted'> {
  readonly name: string;
  readonly reason: string;
  readonly until: Date;
  /** In the line of those who wait, from 1. */
  readonly place?: number;
}

/** `available` is false when the wait ended without the fact. */
export interface WaitEnded extends Happened<'WaitEnded'> {
  readonly name: string;
  readonly available: boolean;
}

export interface CasePaused extends Happened<'CasePaused'> {
  readonly reason: string;
  readonly by: PauseCause;
  readonly officer?: string;
  readonly until?: Date;
}

export interface CaseResumed extends Happened<'CaseResumed'>, Limits {
  readonly officer?: string;
}

export interface ExtensionAsked extends Happened<'ExtensionAsked'> {
  readonly days: number;
  readonly reason: string;
  readonly officer: string;
}

/** `officer` is who approved what `askedBy` asked for. */
export interface CaseExtended extends Happened<'CaseExtended'>, Limits {
  readonly days: number;
  readonly reason: string;
  readonly askedBy: string;
  readonly officer: string;
}

export interface ExtensionRefused extends Happened<'ExtensionRefused'> {
  readonly officer: string;
}

/** Nobody answered before the limit passed. */
export type ExtensionLapsed = Happened<'ExtensionLapsed'>;

/** An officer would grant what needs a second person. */
export interface DecisionAsked extends Happened<'DecisionAsked'> {
  readonly ruling: Ruling;
  readonly findings: Facts;
  readonly until: Date;
  readonly officer: string;
}

export interface DecisionDeclined extends Happened<'DecisionDeclined'> {
  readonly officer: string;
}

/** Nobody answered in time. */
export type DecisionAskLapsed = Happened<'DecisionAskLapsed'>;

export interface AskWithdrawn extends Happened<'AskWithdrawn'> {
  readonly about: AskAbout;
  readonly officer: string;
}

export interface NoticeOpened extends Happened<'NoticeOpened'>, Author {
  readonly until: Date;
  readonly ruling: Ruling;
}

/** Its days are over, and what the ruling rests on is asked again before it becomes the decision. */
export type NoticeRanOut = Happened<'NoticeRanOut'>;

/** The ruling of which the public was told does not hold any more; `why` is a kebab-case code. */
export interface NoticeWithdrawn extends Happened<'NoticeWithdrawn'> {
  readonly why: string;
}

export interface NoticeObjected extends Happened<'NoticeObjected'> {
  readonly objection: string;
}

export interface ObjectionAdded extends Happened<'ObjectionAdded'> {
  readonly objection: string;
}

/** A person looks at what a rule refused, with limits counted anew: the resident asked for it. */
export interface ReviewOpened extends Happened<'ReviewOpened'>, Limits {
  readonly objection: string;
}

/** `reason` is a kebab-case code. */
export interface ObjectionDismissed extends Happened<'ObjectionDismissed'> {
  readonly objection: string;
  readonly reason: string;
}

export interface CaseDecided extends Happened<'CaseDecided'>, Author {
  readonly ruling: Ruling;
  /** The acceptance that was not told by itself. */
  readonly acceptance?: CaseAccepted;
}

/** A supervisor would put a decision right. */
export interface CorrectionAsked extends Happened<'CorrectionAsked'> {
  readonly ruling: Ruling;
  /** Why the decision was in error, a kebab-case code. */
  readonly reason: string;
  readonly findings: Facts;
  readonly until: Date;
  readonly officer: string;
}

export interface CorrectionDeclined extends Happened<'CorrectionDeclined'> {
  readonly officer: string;
}

/** Nobody answered in time. */
export type CorrectionAskLapsed = Happened<'CorrectionAskLapsed'>;

/** `ruling` stands from now on. `officer` asked for it. */
export interface CaseCorrected extends Happened<'CaseCorrected'> {
  readonly was: Ruling;
  readonly ruling: Ruling;
  readonly reason: string;
  readonly findings: Facts;
  readonly officer: string;
  readonly approvedBy: string;
}

/** `holder` is the officer who has the case in hand from now on. */
export interface CaseClaimed extends Happened<'CaseClaimed'> {
  readonly holder: string;
}

export interface CaseReleased extends Happened<'CaseReleased'> {
  readonly by: string;
}

export interface CaseReassigned extends Happened<'CaseReassigned'> {
  readonly holder: string;
  readonly by: string;
}

export interface CaseCancelled extends Happened<'CaseCancelled'> {
  readonly reason: string;
}

export interface CaseCompensated extends Happened<'CaseCompensated'> {
  readonly reason: string;
}

export type CaseEvent =
  | CaseReceived
  | SupplementAsked
  | SupplementGiven
  | CaseAccepted
  | DatesSet
  | CaseHandedOver
  | FactAsked
  | FactLearnt
  | FactFailed
  | FactOutdated
  | FactWithheld
  | WaitStarted
  | WaitEnded
  | CasePaused
  | CaseResumed
  | ExtensionAsked
  | CaseExtended
  | ExtensionRefused
  | ExtensionLapsed
  | DecisionAsked
  | DecisionDeclined
  | DecisionAskLapsed
  | AskWithdrawn
  | NoticeOpened
  | NoticeRanOut
  | NoticeWithdrawn
  | NoticeObjected
  | ObjectionAdded
  | ReviewOpened
  | ObjectionDismissed
  | CaseDecided
  | CorrectionAsked
  | CorrectionDeclined
  | CorrectionAskLapsed
  | CaseCorrected
  | CaseClaimed
  | CaseReleased
  | CaseReassigned
  | CaseCancelled
  | CaseCompensated;
