import type { Facts, Ground, Material, Missing, Outcome } from '@lianban/casework';
import type { Consent } from './consent';
import type { RequestMark } from './events';

export interface SubmitApplication {
  readonly type: 'SubmitApplication';
  readonly number: string;
  readonly package: string;
  readonly version: number;
  readonly residentId: string;
  readonly district: string;
  readonly answers: Facts;
  readonly materials: readonly Material[];
  /** Who applies in the resident's name. */
  readonly agentId?: string;
  /** The officer at whose counter it was submitted, an opaque id. */
  readonly assistedBy?: string;
  readonly consents?: readonly Consent[];
}

/** What a department said about its step. `at` is the department's own time; absent, the moment it was heard. */
interface Heard {
  readonly step: string;
  readonly department: string;
  readonly at?: Date;
}

interface Limits {
  readonly promisedAt?: Date;
  readonly statutoryAt?: Date;
}

export interface HeardStepAccepted extends Heard, Limits {
  readonly type: 'HeardStepAccepted';
}

export interface HeardSupplementRequested extends Heard {
  readonly type: 'HeardSupplementRequested';
  readonly missing: readonly Missing[];
  readonly answerBy?: Date;
}

export interface HeardClockPaused extends Heard {
  readonly type: 'HeardClockPaused';
  readonly reason: string;
  readonly until?: Date;
}

export interface HeardClockResumed extends Heard, Limits {
  readonly type: 'HeardClockResumed';
}

export interface HeardClockExtended extends Heard, Limits {
  readonly type: 'HeardClockExtended';
  readonly days: number;
  readonly reason: string;
}

export interface HeardStepDecided extends Heard {
  readonly type: 'HeardStepDecided';
  readonly outcome: Outcome;
  readonly reason: string;
  readonly facts: Facts;
  readonly grounds: readonly Ground[];
  /** The acceptance, when the department accepted and decided at once. */
  readonly acceptance?: HeardStepAccepted;
}

export interface HeardStepCancelled extends Heard {
  readonly type: 'HeardStepCancelled';
}

export interface HeardStepCompensated extends Heard {
  readonly type: 'HeardStepCompensated';
}

export interface HeardObjectionDismissed extends Heard {
  readonly type: 'HeardObjectionDismissed';
  readonly reason: string;
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

export interface TakeOverStep {
  readonly type: 'TakeOverStep';
  readonly step: string;
  readonly outcome: Outcome;
  readonly reason: string;
  readonly operator: string;
  /** What the department would have said with its decision; checked against the item's facts before it comes here. */
  readonly facts: Facts;
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

/** Progress of a step that is not yet its end. */
export type HeardProgress =
  HeardStepAccepted | HeardSupplementRequested | HeardClockPaused | HeardClockResumed | HeardClockExtended;

export type HeardFromDepartment =
  HeardProgress | HeardStepDecided | HeardStepCancelled | HeardStepCompensated | HeardObjectionDismissed;

export type ApplicationCommand =
  | SubmitApplication
  | HeardFromDepartment
  | ProvideSupplement
  | RaiseObjection
  | WithdrawApplication
  | TakeOverStep
  | SettleConsents
  | WakeUp;
