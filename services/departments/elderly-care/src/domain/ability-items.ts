/** B.1 self-care, 8 items, 32 points. */
export const SELF_CARE = {
  eating: 4,
  grooming: 4,
  bathing: 4,
  upperDressing: 4,
  lowerDressing: 4,
  urination: 4,
  defecation: 4,
  toileting: 4,
} as const;

/** B.2 basic motion, 4 items, 15 points. */
export const MOTION = { turningInBed: 4, bedChairTransfer: 4, walking: 4, stairs: 3 } as const;

/** B.3 mind, 9 items, 28 points. */
export const MIND = {
  timeOrientation: 4,
  placeOrientation: 4,
  personOrientation: 4,
  memory: 4,
  understanding: 4,
  expression: 4,
  aggression: 1,
  depression: 1,
  consciousness: 2,
} as const;

/** B.4 senses and taking part in society, 5 items, 15 points. */
export const SENSES_AND_SOCIETY = { sight: 2, hearing: 2, dailyAffairs: 4, transport: 3, socialLife: 4 } as const;

/**
 * The 26 items of the ability assessment of older adults 老年人能力评估 (GB/T 42195-2022, tables B.1–B.4), each with its
 * highest score. 0 is the worst; together 90. Other scales with the same item names exist (0–190, ten items, transport
 * up to 2): a set of scores of theirs does not fit here and is told so.
 */
export const ABILITY_ITEMS = { ...SELF_CARE, ...MOTION, ...MIND, ...SENSES_AND_SOCIETY } as const;

export type AbilityItem = keyof typeof ABILITY_ITEMS;

export const HIGHEST_TOTAL = 90;
