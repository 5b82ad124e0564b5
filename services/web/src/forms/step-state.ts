import type { Step } from '@lianban/rest-client';

/** A public notice 公示 is running. */
export const isUnderNotice = ({ status, reason }: Step): boolean => status === 'paused' && reason === 'public-notice';

/** An objection would be heard: during a notice, or against what a rule decided. */
export const mayObject = (step: Step): boolean => isUnderNotice(step) || step.reviewBy !== undefined;

/** The department has not answered by the day it promised. */
export const isLate = ({ status, promisedAt }: Step, now: Date): boolean =>
  status === 'accepted' && promisedAt !== undefined && new Date(promisedAt) < now;
