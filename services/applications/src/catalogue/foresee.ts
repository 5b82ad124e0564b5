import type { Facts } from '@lianban/casework';
import { stepAlias } from '../domain/context';
import type { CataloguedPackage, CataloguedStep } from './catalogue';
import { compileCondition, namesOf } from './condition';
import type { Text } from '../domain/plan';

/** open: an answer is missing that decides it; later: an earlier step's outcome decides it. */
export type Prospect = 'asked' | 'not-asked' | 'open' | 'later';

export interface ForeseenCondition {
  readonly expression: string;
  readonly means: Text;
  readonly verdict: 'met' | 'not-met' | 'open' | 'later';
  /** Form fields without an answer, and steps whose outcome is not known yet. */
  readonly waitsFor: readonly string[];
}

export interface ForeseenStep {
  readonly id: string;
  readonly prospect: Prospect;
  readonly conditions: readonly ForeseenCondition[];
  /** Needed steps that will not be asked for, so that this one cannot be either. */
  readonly blockedBy: readonly string[];
}

/**
 * Which steps of a package would be asked for with these answers, and why: the conditions the process itself runs on,
 * looked at before anything is applied for. Answers may be incomplete; no answer is repeated.
 * @param isComplete what is left out stays out, and nothing is open
 */
export function foresee({ steps }: CataloguedPackage, answers: Facts, isComplete = false): readonly ForeseenStep[] {
  const foreseen = new Map<string, ForeseenStep>();
  const byId = new Map(steps.map((step) => [step.id, step]));
  const look = (step: CataloguedStep): ForeseenStep => {
    const known = foreseen.get(step.id);
    if (known !== undefined) return known;
    const needs = step.needs.flatMap((id) => byId.get(id) ?? []).map(look);
    const found = foreseeStep(step, needs, { answers, isComplete }, byId);
    foreseen.set(step.id, found);
    return found;
  };
  return steps.map(look);
}

function foreseeStep(
  step: CataloguedStep,
  needs: readonly ForeseenStep[],
  { answers, isComplete }: { readonly answers: Facts; readonly isComplete: boolean },
  byId: ReadonlyMap<string, CataloguedStep>,
): ForeseenStep {
  const conditions = step.conditions.map(({ when, means }): ForeseenCondition => {
    const names = namesOf(when);
    const steps = step.needs.filter((id) => names.has(stepAlias(id)));
    const absent = [...names].filter((name) => isAbsent(answers[name]) && !steps.some((id) => stepAlias(id) === name));
    if (steps.length > 0) return { expression: when, means, verdict: 'later', waitsFor: steps };
    if (absent.length > 0 && !isComplete) return { expression: when, means, verdict: 'open', waitsFor: absent };
    const { holds } = compileCondition([when])(answers);
    return { expression: when, means, verdict: holds ? 'met' : 'not-met', waitsFor: [] };
  });
  const blockedBy = needs
    .filter(({ id, prospect }) => prospect === 'not-asked' && byId.get(id)?.onRefusal !== 'go-on')
    .map(({ id }) => id);
  return { id: step.id, prospect: prospectOf(conditions, blockedBy, needs), conditions, blockedBy };
}

function prospectOf(
  conditions: readonly ForeseenCondition[],
  blockedBy: readonly string[],
  needs: readonly ForeseenStep[],
): Prospect {
  const said = new Set(conditions.map(({ verdict }) => verdict));
  if (said.has('not-met') || blockedBy.length > 0) return 'not-asked';
  if (said.has('open') || needs.some(({ prospect }) => prospect === 'open')) return 'open';
  return said.has('later') || needs.length > 0 ? 'later' : 'asked';
}

const isAbsent = (value: unknown): boolean => value === undefined || value === null;
