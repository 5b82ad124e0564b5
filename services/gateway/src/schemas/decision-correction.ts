import type { casework } from '@lianban/protos';
import { z } from 'zod';
import { facts, iso, moment } from './common';
import { named } from './components';
import { askStatus, askedAndAnswered, outcome, outcomeWord } from './outcome';

/** Why a decision was in error: who, facts, law, procedure and power as in 行政许可法 art. 69 lists them; and slips of the pen. */
export const decisionError = z
  .enum(['facts-wrong', 'rule-misapplied', 'untrue-material', 'procedure-broken', 'no-power', 'clerical-error'])
  .describe('Why the decision was in error');

export const correctionAskShape = named(
  'CorrectionAsk',
  z
    .object({
      status: askStatus,
      outcome: outcome.optional().describe('What the decision would say'),
      error: z.string(),
      facts: facts.optional(),
      askedBy: z.string(),
      askedAt: moment.optional(),
      until: moment.optional().describe('Unanswered by then, it lapses'),
      answeredBy: z.string().optional(),
      answeredAt: moment.optional(),
    })
    .describe('A decision made in error: one supervisor asks to put it right, another approves or declines 更正、撤销'),
);

export const correctionsShape = z
  .array(
    z.object({
      at: moment,
      error: z.string(),
      was: outcome.optional(),
      askedBy: z.string(),
      approvedBy: z.string(),
    }),
  )
  .describe('How the decision was put right so far, oldest first');

export const correctionAskOf = (
  of: casework.v1.CorrectionAsk | undefined,
): z.output<typeof correctionAskShape> | undefined => {
  const status = askStatus.safeParse(of?.status);
  return of && status.success
    ? {
        status: status.data,
        outcome: outcomeWord(of.outcome),
        error: of.error,
        facts: of.facts,
        until: iso(of.until),
        ...askedAndAnswered(of),
      }
    : undefined;
};

export const correctionsOf = (of: readonly casework.v1.Correction[]): z.output<typeof correctionsShape> =>
  of.map(({ at, error, was, askedBy, approvedBy }) => ({
    at: iso(at) ?? '',
    error,
    was: outcomeWord(was),
    askedBy,
    approvedBy,
  }));
