import type { CheckedGround, Evidence, ItemRules, StepRequest, Verdict } from '@lianban/casework';
import type { Refusal } from '@lianban/model';

export interface Condition {
  /** Of its ground. */
  readonly code: string;
  /** Reason of the refusal when it does not hold. */
  readonly reason: string;
  holds(request: StepRequest): boolean;
}

export interface PermitRules {
  readonly code: string;
  /** Begins the number on the permit: "FB" of FB-2026000001. */
  readonly prefix: string;
  /** Of the text its conditions come from. */
  readonly version: string;
  readonly conditions: readonly Condition[];
}

/** The head of the department may add ten working days once, with a reason (行政许可法 art. 42). */
const EXTENSION_DAYS = 10;

/**
 * A permit 许可 decided by conditions over answers and materials, and by an inspection when an officer made one
 * (findings { inspection: 'passed' | 'failed' }). What is missing is told all at once (行政许可法 art. 32). Granted with
 * facts { permitNumber }; refused by the first condition that does not hold, with all of them among the grounds.
 */
export const permitItem = (rules: PermitRules): ItemRules => ({
  code: rules.code,
  extensionDays: EXTENSION_DAYS,
  completeOnly: true,
  rule: (evidence) => rule(evidence, rules),
});

function rule({ request, findings }: Evidence, rules: PermitRules): Verdict | Refusal {
  const { inspection } = findings;
  if (inspection !== undefined && inspection !== 'passed' && inspection !== 'failed')
    return {
      refused: 'inspection-invalid',
      detail: 'An inspection has either "passed" or "failed".',
      pointer: '/findings/inspection',
    };

  const conditions = inspection === undefined ? rules.conditions : [...rules.conditions, inspected(inspection)];
  const checked = conditions.map(({ code, reason, holds }) => ({ code, reason, met: holds(request) }));
  const grounds = [{ code: 'materials-complete', met: true }, ...checked.map(({ code, met }) => ({ code, met }))].map(
    (ground): CheckedGround => ({ ...ground, version: rules.version }),
  );
  const failed = checked.find(({ met }) => !met);
  if (failed) return { outcome: 'refused', reason: failed.reason, facts: {}, grounds };
  return {
    outcome: 'granted',
    reason: 'conditions-met',
    // Derived, so that a decision taken again after a crash gives the same number and no permit ever has two.
    facts: { permitNumber: `${rules.prefix}-${request.applicationNumber}` },
    grounds,
  };
}

/** 行政许可法 art. 34 */
const inspected = (inspection: 'passed' | 'failed'): Condition => ({
  code: 'inspection-passed',
  reason: 'inspection-failed',
  holds: () => inspection === 'passed',
});
