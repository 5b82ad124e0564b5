import { type Refusal, refuse } from '@lianban/model';
import type { CaseStatus } from './state';

/** Why an act is not possible where the case stands. */
const reasons: Readonly<Record<CaseStatus, Refusal>> = {
  unreceived: refuse('unknown-case', 'This case was never received: check its number.'),
  received: refuse('not-accepted', 'The case is not accepted yet: accept it first.'),
  supplement: refuse('awaiting-supplement', 'The case waits for what the resident was asked to supplement.'),
  accepted: refuse('not-paused', 'The case is being examined and its clock runs: there is nothing to end.'),
  paused: refuse('case-paused', 'The clock of the case stands still: resume it first.'),
  notice: refuse('notice-open', 'The ruling is under public notice: wait for its end or for an objection.'),
  decided: refuse('already-decided', 'The case is decided: what was granted can only be taken back by compensation.'),
  cancelled: refuse('already-cancelled', 'The case was cancelled: nothing more can be done with it.'),
  compensated: refuse('already-compensated', 'What was granted has been taken back: nothing more can be done here.'),
};

export const notWhile = (status: CaseStatus): Refusal => reasons[status];

export const decidedByRule = refuse(
  'decided-by-rule',
  'This case is decided by a rule alone; it comes to an officer only when the rule cannot finish it.',
);

/** Reasons travel in events, so they are codes, which cannot name a person; nor may they hold a number of one. */
export const uncoded = (reason: string): Refusal | undefined =>
  /^(?!.*\d{6})(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$/.test(reason)
    ? undefined
    : refuse('reason-not-coded', 'Give the reason as a code of lower-case words joined by hyphens.', '/reason');
