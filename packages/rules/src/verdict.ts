import type { CheckedGround, Facts, Verdict } from '@lianban/casework';

/** A condition of an item, with the reason of the refusal when it does not hold; without one it only tells. */
export interface Condition extends CheckedGround {
  readonly reason?: string;
}

/** Granted with these facts when all conditions hold; refused by the first that does not, with all of them among the grounds. */
export function verdictOf(conditions: readonly Condition[], facts: Facts): Verdict {
  const grounds = conditions.map(({ code, facts = {}, version, met }) => ({ code, facts, version, met }));
  const failed = conditions.find(({ met, reason }) => !met && reason !== undefined);
  if (failed?.reason !== undefined) return { outcome: 'refused', reason: failed.reason, facts: {}, grounds };
  return { outcome: 'granted', reason: 'conditions-met', facts, grounds };
}
