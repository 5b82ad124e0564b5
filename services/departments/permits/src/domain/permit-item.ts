import type { Evidence, Ground, Item, Missing, Ruling, StepRequest } from '@lianban/casework';
import type { Refusal } from '@lianban/model';
import { type PermitCode, permitNumber } from './permit-number';

/** An answer of the form without which the rule cannot be applied. */
export interface RequiredAnswer {
  readonly code: string;
  readonly note: string;
  readonly type: 'boolean' | 'number';
}

export interface Condition {
  /** Reason of the refusal when it does not hold. */
  readonly reason: string;
  /** Of its ground. */
  readonly code: string;
  /** The text it comes from. */
  readonly rule: string;
  readonly explanation: string;
  holds(request: StepRequest): boolean;
}

export interface PermitRules {
  readonly code: PermitCode;
  readonly version: string;
  readonly materials: readonly Missing[];
  readonly answers: readonly RequiredAnswer[];
  readonly conditions: readonly Condition[];
}

/** The head of the department may add ten working days once, with a reason (行政许可法 art. 42). */
const EXTENSION_DAYS = 10;

/**
 * A permit 许可 decided by conditions over answers and materials, and by an inspection when an officer made one
 * (findings { inspection: 'passed' | 'failed' }). What is missing is told all at once (行政许可法 art. 32). Granted with
 * facts { permitNumber }; refused by the first condition that does not hold, with all of them among the grounds.
 */
export const permitItem = (rules: PermitRules): Item => ({
  code: rules.code,
  extensionDays: EXTENSION_DAYS,
  missing: (request) => missing(request, rules),
  needs: () => [],
  rule: (evidence) => rule(evidence, rules),
});

const missing = ({ materials, answers }: StepRequest, rules: PermitRules): readonly Missing[] => [
  ...rules.materials.filter((required) => !materials.some((material) => material.code === required.code)),
  ...rules.answers
    .filter((required) => typeof answers[required.code] !== required.type)
    .map(({ code, note }) => ({ code, note })),
];

function rule({ request, findings }: Evidence, rules: PermitRules): Ruling | Refusal {
  const stillMissing = missing(request, rules).map((m) => m.code);
  if (stillMissing.length > 0)
    return { refused: 'application-incomplete', detail: `Ask for these first: ${stillMissing.join(', ')}.` };
  const { inspection } = findings;
  if (inspection !== undefined && inspection !== 'passed' && inspection !== 'failed')
    return {
      refused: 'inspection-invalid',
      detail: 'An inspection has either "passed" or "failed".',
      pointer: '/findings/inspection',
    };

  const conditions = inspection === undefined ? rules.conditions : [...rules.conditions, inspected(inspection)];
  const checked = conditions.map((condition) => ({ condition, met: condition.holds(request) }));
  const grounds = [complete(rules), ...checked.map(({ condition, met }) => groundOf(condition, met, rules))];
  const failed = checked.find(({ met }) => !met);
  if (failed) return { outcome: 'refused', reason: failed.condition.reason, facts: {}, grounds };
  return {
    outcome: 'granted',
    reason: 'conditions-met',
    facts: { permitNumber: permitNumber(rules.code, request.applicationNumber) },
    grounds,
  };
}

const groundOf = ({ code, rule, explanation }: Condition, met: boolean, { version }: PermitRules): Ground => ({
  code,
  rule,
  version,
  explanation,
  met,
});

const complete = ({ version }: PermitRules): Ground => ({
  code: 'materials-complete',
  rule: '行政许可法 art. 32',
  version,
  explanation: 'Every required material is there.',
  met: true,
});

const inspected = (inspection: 'passed' | 'failed'): Condition => ({
  reason: 'inspection-failed',
  code: 'inspection-passed',
  rule: '行政许可法 art. 34',
  explanation: 'The inspection on the spot must be passed.',
  holds: () => inspection === 'passed',
});
