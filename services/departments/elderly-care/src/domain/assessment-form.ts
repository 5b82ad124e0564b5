import { ABILITY_ITEMS, type AbilityItem } from './ability-items';
import type { Assessment } from './assessment';

export interface WrongField {
  readonly field: string;
  readonly problem: string;
}

export type ReadForm = { readonly assessment: Assessment } | { readonly wrong: readonly WrongField[] };

/**
 * Reads an assessor's form: one field per item of GB/T 42195-2022, a whole number from 0 to the item's highest score,
 * beside `coma`, `mentalDisorder` (booleans, false when left out) and `careRiskEvents` (a count, 0 when left out).
 * Everything wrong is told at once, so that nobody is sent back twice.
 */
export function readAssessment(form: unknown): ReadForm {
  if (typeof form !== 'object' || form === null || Array.isArray(form))
    return { wrong: [{ field: 'assessment', problem: 'must be an object with the 26 scores' }] };

  const { coma = false, mentalDisorder = false, careRiskEvents = 0, ...rest } = form as Record<string, unknown>;
  const wrong: WrongField[] = [];
  const scores: Partial<Record<AbilityItem, number>> = {};
  for (const [item, highest] of Object.entries(ABILITY_ITEMS) as [AbilityItem, number][]) {
    const score = rest[item];
    if (isCount(score) && score <= highest) scores[item] = score;
    else if (score === undefined || score === null) wrong.push({ field: item, problem: 'is missing' });
    else wrong.push({ field: item, problem: `must be a whole number from 0 to ${highest}` });
  }
  if (typeof coma !== 'boolean') wrong.push({ field: 'coma', problem: 'must be true or false' });
  if (typeof mentalDisorder !== 'boolean') wrong.push({ field: 'mentalDisorder', problem: 'must be true or false' });
  if (!isCount(careRiskEvents)) wrong.push({ field: 'careRiskEvents', problem: 'must be a whole number from 0' });

  if (wrong.length > 0) return { wrong };
  return {
    assessment: {
      scores: scores as Record<AbilityItem, number>,
      coma: coma === true,
      mentalDisorder: mentalDisorder === true,
      careRiskEvents: Number(careRiskEvents),
    },
  };
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
