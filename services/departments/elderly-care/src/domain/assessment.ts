import { ABILITY_ITEMS, type AbilityItem } from './ability-items';

/** 0 intact 能力完好, 1 mild 轻度, 2 moderate 中度, 3 severe 重度 loss of ability, 4 complete 完全丧失. */
export type AbilityLevel = 0 | 1 | 2 | 3 | 4;

export interface Assessment {
  readonly scores: Readonly<Record<AbilityItem, number>>;
  readonly coma: boolean;
  /** A diagnosis of dementia (ICD-10 F00–F03) or another mental disorder (F04–F99). The diagnosis itself is not needed here. */
  readonly mentalDisorder: boolean;
  /** Care risk events of the last 30 days: falls, choking, self-harm, getting lost. */
  readonly careRiskEvents: number;
}

export interface AssessedLevel {
  /** 0–90, higher is better. */
  readonly score: number;
  readonly level: AbilityLevel;
  /** The level by the total alone. */
  readonly levelByScore: AbilityLevel;
  readonly worsenedBy: readonly ('coma' | 'mental-disorder' | 'care-risk-events')[];
}

/**
 * How far the level worsens when both circumstances are there. The standard says "one of them", which is read as one
 * step whether one or both hold; a city that reads it as one step each sets 2.
 */
export const STEPS_WHEN_BOTH = 1;

const CARE_RISK_EVENTS_THAT_WORSEN = 2;

const levelOfScore = (score: number): AbilityLevel => {
  if (score >= 90) return 0;
  if (score >= 66) return 1;
  if (score >= 46) return 2;
  if (score >= 30) return 3;
  return 4;
};

/**
 * The level of ability (GB/T 42195-2022, grading and its adjustment): by the total 90 / 66–89 / 46–65 / 30–45 / 0–29;
 * coma is level 4 at once; a mental disorder, or two and more care risk events in 30 days, worsen it, never past 4.
 */
export function assess(assessment: Assessment, stepsWhenBoth: 1 | 2 = STEPS_WHEN_BOTH): AssessedLevel {
  const items = Object.keys(ABILITY_ITEMS) as AbilityItem[];
  const score = items.reduce((sum, item) => sum + assessment.scores[item], 0);
  const levelByScore = levelOfScore(score);
  if (assessment.coma) return { score, level: 4, levelByScore, worsenedBy: ['coma'] };

  const worsenedBy: AssessedLevel['worsenedBy'] = [
    ...(assessment.mentalDisorder ? (['mental-disorder'] as const) : []),
    ...(assessment.careRiskEvents >= CARE_RISK_EVENTS_THAT_WORSEN ? (['care-risk-events'] as const) : []),
  ];
  const steps = worsenedBy.length === 2 ? stepsWhenBoth : worsenedBy.length;
  return { score, level: Math.min(4, levelByScore + steps) as AbilityLevel, levelByScore, worsenedBy };
}
