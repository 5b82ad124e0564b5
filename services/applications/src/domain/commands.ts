import type { Material } from '@lianban/casework';
import type { Facts, Outcome, StepNews } from '@lianban/steps';
import type { Consent } from './consent';
import type { RequestMark } from './events';
import type { Subject } from './subject';

export interface SubmitApplication {
  readonly type: 'SubmitApplication';
  readonly number: string;
  readonly package: string;
  readonly version: number;
  readonly residentId: string;
  /** Whom it is about; absent when whoever applies. */
  readonly subject?: Subject;
  readonly district: string;
  readonly answers: Facts;
  readonly materials: readonly Material[];
  /** Who applies in the resident's name. */
  readonly agentId?: string;
  /** The officer at whose counter it was submitted, an opaque id. */
  readonly assistedBy?: string;
  readonly consents?: readonly Consent[];
  /** Of the package's steps those that whoever applies can have; absent: all. */
  readonly steps?: readonly string[];
  /** The person may have no other application for this package under way. */
  readonly onlyOne?: true;
}

/** What was said of a step by the service that performs it: of a decision, its department. */
export interface HearStepNews {
  readonly type: 'HearStepNews';
  readonly step: string;
  readonly department: string;
  readonly news: StepNews;
}

/** `request`: how a repetition of it is known; absent when the sender gave it no key. */
export interface ProvideSupplement {
  readonly type: 'ProvideSupplement';
  readonly step: string;
  readonly answers: Facts;
  readonly materials: readonly Material[];
  readonly consents?: readonly Consent[];
  readonly agentId?: string;
  readonly request?: RequestMark;
}

/** `objection` is the objection's number: its text stays with the department's officers. */
export interface RaiseObjection {
  readonly type: 'RaiseObjection';
  readonly step: string;
  readonly objection: string;
  readonly agentId?: string;
}

export interface WithdrawApplication {
  readonly type: 'WithdrawApplication';
  readonly reason: string;
  readonly agentId?: string;
}

/** One operator says what a department would have; it counts once another has approved. */
export interface TakeOverStep {
  readonly type: 'TakeOverStep';
  readonly step: string;
  readonly outcome: Outcome;
  readonly reason: string;
  readonly operator: string;
  /** What the department would have said with its decision; checked against the item's facts before it comes here. */
  readonly facts: Facts;
}

/** By another operator, or by the first to take it back. */
export interface AnswerTakeOver {
  readonly type: 'AnswerTakeOver';
  readonly step: string;
  readonly operator: string;
  readonly approve: boolean;
}

/**
 * The residents service has taken down what was agreed to, or could not be reached: then the department hears that consent is
 * missing, and asks for it. `step`: with the supplement to this step; without one, with the submission.
 */
export interface SettleConsents {
  readonly type: 'SettleConsents';
  readonly step?: string;
  readonly kept: boolean;
}

/** Said by the timer when a deadline has passed. */
export interface WakeUp {
  readonly type: 'Wake';
}

/** A holiday table has come since its dates were counted. */
export interface SetDates {
  readonly type: 'SetDates';
}

export type ApplicationCommand =
  | SubmitApplication
  | HearStepNews
  | ProvideSupplement
  | RaiseObjection
  | WithdrawApplication
  | TakeOverStep
  | AnswerTakeOver
  | SettleConsents
  | SetDates
  | WakeUp;
