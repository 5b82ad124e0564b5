import type { StepState, StepStatus } from './application';
import type { StepFinished } from './events';

const DAY = 86_400_000;

/** As long as one may ask for administrative reconsideration (行政复议法 art. 20). */
export const DAYS_TO_ASK = 60;

/** Until when a person can be asked to look at this decision: only at what a rule alone refused. */
export const reviewBy = ({ outcome, decidedBy, at }: StepFinished): { reviewBy?: Date } =>
  outcome === 'refused' && decidedBy === 'rule' ? { reviewBy: new Date(at.getTime() + DAYS_TO_ASK * DAY) } : {};

const heldBack: readonly StepStatus[] = ['stopped', 'not-needed'];

/** A review may yet set steps going that were held back: they need the answers. */
export const mayBeRevived = (steps: readonly StepState[]): boolean =>
  steps.some((step) => step.reviewBy !== undefined) && steps.some(({ status }) => heldBack.includes(status));
