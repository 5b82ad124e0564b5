import { type Ask, lapsed, waiting } from './four-eyes';
import type { Extension } from './extension';
import type { Facts, Ruling } from './item';

/**
 * A decision that grants more money than one person may (the line stands in the department's catalogue file): the officer who
 * examined asks, another person approves. It rests on what the case knew when it was asked, so it lapses when the clock
 * stops for something new, and after `until`: the officer looks again then, and asks anew.
 */
export interface DecisionAsk extends Ask {
  readonly ruling: Ruling;
  readonly findings: Facts;
  readonly until: Date;
}

/** Demo value: calendar days in which a decision is to be approved. */
export const DECISION_ASK_DAYS = 10;

type Decidable = { readonly decisionAsk?: DecisionAsk };

export const openDecision = ({ decisionAsk }: Decidable): DecisionAsk | undefined => waiting(decisionAsk);

export const isOverdue = (file: Decidable, now: Date): boolean => {
  const open = openDecision(file);
  return open !== undefined && open.until <= now;
};

/** What happens to the case can change what the decision rests on. */
export const withoutOpenDecision = <T extends Decidable>(file: T): T =>
  openDecision(file) ? { ...file, decisionAsk: lapsed(file.decisionAsk!) } : file;

/** What happens to the case can leave nothing to approve. */
export const withoutOpenAsks = <T extends Decidable & { readonly extension?: Extension }>(file: T): T => {
  const rest = withoutOpenDecision(file);
  return waiting(rest.extension) ? { ...rest, extension: lapsed(rest.extension!) } : rest;
};
