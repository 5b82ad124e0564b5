import type { Material } from '@lianban/casework';
import type { Facts, Ground, Outcome, Progress, ServiceKind, StepKind } from '@lianban/steps';

import type { GivenConsent } from './consent';
import type { Due } from './due';
import type { DecisionTerms } from './plan';
import type { Subject } from './subject';

export type Ending = 'completed' | 'partly-granted' | 'refused' | 'withdrawn' | 'needs-operator';

/** What a step waits for from whoever performs it. `decision` is its end, also of a step of another kind: the word is stored. */
export type Asked = 'decision' | 'cancellation' | 'compensation';

interface Happened<T extends string> {
  readonly type: T;
  /** The application's number. */
  readonly number: string;
  readonly at: Date;
}

/** What a resident did, or an agent in their name. */
interface ByResident {
  readonly agentId?: string;
}

/** A request as hashes: of its Idempotency-Key and who sent it, and of what it asked for. */
export interface RequestMark {
  readonly key: string;
  readonly body: string;
}

interface OfStep<T extends string> extends Happened<T> {
  readonly step: string;
  readonly kind: StepKind;
  readonly item: string;
  readonly department: string;
}

/** An event that leaves the step waiting. */
interface Awaiting<T extends string> extends OfStep<T>, Due {}

export interface ApplicationSubmitted extends Happened<'ApplicationSubmitted'>, ByResident {
  readonly package: string;
  readonly packageVersion: number;
  readonly residentId: string;
  readonly subject?: Subject;
  readonly district: string;
  readonly answers: Facts;
  readonly materials: readonly Material[];
  readonly steps: readonly string[];
  readonly assistedBy?: string;
  readonly onlyOne?: true;
  /** To be taken down by residents before the steps that rest on them are asked for. */
  readonly consents?: readonly GivenConsent[];
}

/** `kept`: residents have taken down what was agreed to with the submission. */
export interface ConsentsSettled extends Happened<'ConsentsSettled'> {
  readonly kept: boolean;
}

interface AskedFor extends Awaiting<'StepRequested'> {
  readonly package: string;
  readonly packageVersion: number;
  readonly itemVersion: number;
  readonly residentId: string;
  /** Whom it is about, when another resident. */
  readonly subjectId?: string;
  readonly district: string;
  readonly answers: Facts;
  readonly earlier: Facts;
}
export interface DecisionRequested extends AskedFor, DecisionTerms {
  readonly kind: 'decision';
  readonly materials: readonly Material[];
  /** The department may ask the register for it by its duty. */
  readonly byDuty?: true;
}
export interface ServiceStepRequested extends AskedFor {
  readonly kind: ServiceKind;
}
export type StepRequested = DecisionRequested | ServiceStepRequested;

export interface StepNotNeeded extends OfStep<'StepNotNeeded'> {
  readonly why: string;
}
/** `because`: "withdrawn", or the step on whose outcome this one stood. */
export interface StepStopped extends OfStep<'StepStopped'> {
  readonly because: string;
}
/** How far the step is. Said of what is over, it changes nothing but the timeline. */
export interface StepProgressed extends Awaiting<'StepProgressed'> {
  readonly progress: Progress;
}
/** `providedAt`: when it was handed in and taken, if it waited since then for its consent to be taken down. */
export interface SupplementProvided extends Awaiting<'SupplementProvided'>, ByResident {
  readonly providedAt?: Date;
  readonly request?: RequestMark;
  readonly answers: Facts;
  readonly materials: readonly Material[];
}
/** A supplement with a consent waits until residents have taken it down: the department asks them as soon as it has it. */
export interface ConsentsGiven extends Awaiting<'ConsentsGiven'>, ByResident {
  readonly request?: RequestMark;
  readonly consents: readonly GivenConsent[];
  readonly answers: Facts;
  readonly materials: readonly Material[];
}
export interface ObjectionRaised extends OfStep<'ObjectionRaised'>, ByResident {
  readonly objection: string;
  /** A rule refused the step, and a person is to look at it: it is open again. */
  readonly review?: Due;
}
/** Nobody asked a person to look at what a rule refused, and the time for it is over. */
export type ReviewLapsed = OfStep<'ReviewLapsed'>;
/** A review granted what this step needs: it waits again, as at the beginning. */
export type StepRevived = OfStep<'StepRevived'>;
export interface StepFinished extends OfStep<'StepFinished'> {
  readonly outcome: Outcome;
  readonly reason: string;
  readonly facts: Facts;
  readonly grounds: readonly Ground[];
  readonly decidedBy?: 'rule' | 'officer';
}
/** Its department put right a decision made in error. `error` is why, a code. */
export interface StepCorrected extends OfStep<'StepCorrected'> {
  readonly was: Outcome;
  readonly outcome: Outcome;
  readonly reason: string;
  readonly facts: Facts;
  readonly grounds: readonly Ground[];
  readonly error: string;
}
export interface StepCancellationRequested extends Awaiting<'StepCancellationRequested'> {
  readonly reason: string;
}
export type StepCancelled = OfStep<'StepCancelled'>;
export interface StepUndoRequested extends Awaiting<'StepUndoRequested'> {
  readonly reason: string;
}
export type StepUndone = OfStep<'StepUndone'>;
/** A holiday table has come, and when to look at the step was counted again. */
export type StepDueSet = Awaiting<'StepDueSet'>;
export interface StepNeedsOperator extends OfStep<'StepNeedsOperator'> {
  readonly reason: string;
}
/** An operator asks another to approve a take-over. */
export interface TakeOverAsked extends OfStep<'TakeOverAsked'> {
  readonly instead: Asked;
  readonly outcome: Outcome;
  readonly reason: string;
  readonly operator: string;
  readonly facts: Facts;
}
/** Declined by another operator, or taken back by whoever asked. */
export interface TakeOverDropped extends OfStep<'TakeOverDropped'> {
  readonly operator: string;
}
/** `instead` tells which answer of the department the operator gave in its stead. */
export interface StepTakenOver extends OfStep<'StepTakenOver'> {
  readonly instead: Asked;
  readonly outcome: Outcome;
  readonly reason: string;
  readonly operator: string;
  readonly approvedBy: string;
  readonly facts: Facts;
}
export interface ApplicationWithdrawn extends Happened<'ApplicationWithdrawn'>, ByResident {
  readonly reason: string;
}
export interface ApplicationEnded extends Happened<'ApplicationEnded'> {
  readonly ending: Ending;
}

export type StepEvent =
  | StepRequested
  | StepNotNeeded
  | StepStopped
  | StepProgressed
  | SupplementProvided
  | ConsentsGiven
  | ObjectionRaised
  | ReviewLapsed
  | StepRevived
  | StepFinished
  | StepCorrected
  | StepCancellationRequested
  | StepCancelled
  | StepUndoRequested
  | StepUndone
  | StepDueSet
  | StepNeedsOperator
  | TakeOverAsked
  | TakeOverDropped
  | StepTakenOver;

export type ApplicationEvent =
  ApplicationSubmitted | ConsentsSettled | StepEvent | ApplicationWithdrawn | ApplicationEnded;
