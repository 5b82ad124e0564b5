import * as fc from 'fast-check';
import {
  ABILITY_ITEMS,
  type AbilityItem,
  HIGHEST_TOTAL,
  MIND,
  MOTION,
  SELF_CARE,
  SENSES_AND_SOCIETY,
} from './ability-items';
import { assess, type Assessment } from './assessment';

const items = Object.keys(ABILITY_ITEMS) as AbilityItem[];
const sum = (of: Readonly<Record<string, number>>) => Object.values(of).reduce((a, b) => a + b, 0);

/** Scores that add up to `total`, taken from the items in order. */
function scoring(total: number): Assessment['scores'] {
  let left = total;
  return Object.fromEntries(
    items.map((item) => {
      const score = Math.min(left, ABILITY_ITEMS[item]);
      left -= score;
      return [item, score];
    }),
  ) as Assessment['scores'];
}

const assessed = (total: number, more: Partial<Assessment> = {}): Assessment => ({
  scores: scoring(total),
  coma: false,
  mentalDisorder: false,
  careRiskEvents: 0,
  ...more,
});

describe('the scale of GB/T 42195-2022', () => {
  test('has 26 items and 90 points: 32 self-care, 15 motion, 28 mind, 15 senses and society', () => {
    expect(items).toHaveLength(26);
    expect([SELF_CARE, MOTION, MIND, SENSES_AND_SOCIETY].map(sum)).toEqual([32, 15, 28, 15]);
    expect(sum(ABILITY_ITEMS)).toBe(HIGHEST_TOTAL);
  });

  test.each([
    [90, 0],
    [89, 1],
    [66, 1],
    [65, 2],
    [46, 2],
    [45, 3],
    [30, 3],
    [29, 4],
    [0, 4],
  ])('%i points are level %i', (total, level) => {
    expect(assess(assessed(total))).toMatchObject({ score: total, level, levelByScore: level, worsenedBy: [] });
  });
});

describe('what worsens the level', () => {
  test('coma is level 4 whatever the score', () => {
    expect(assess(assessed(90, { coma: true }))).toMatchObject({ score: 90, level: 4, worsenedBy: ['coma'] });
  });

  test('dementia or another mental disorder: one level', () => {
    expect(assess(assessed(90, { mentalDisorder: true })).level).toBe(1);
    expect(assess(assessed(46, { mentalDisorder: true })).level).toBe(3);
  });

  test('two care risk events in 30 days: one level; a single one: none', () => {
    expect(assess(assessed(70, { careRiskEvents: 1 })).level).toBe(1);
    expect(assess(assessed(70, { careRiskEvents: 2 })).level).toBe(2);
  });

  test('both together are one step, unless the city reads them as one step each', () => {
    const both = assessed(70, { mentalDisorder: true, careRiskEvents: 3 });
    expect(assess(both)).toMatchObject({ level: 2, worsenedBy: ['mental-disorder', 'care-risk-events'] });
    expect(assess(both, 2).level).toBe(3);
  });

  test('never past level 4', () => {
    expect(assess(assessed(10, { mentalDisorder: true, careRiskEvents: 2 }), 2).level).toBe(4);
  });

  test('nobody is better off for a lower score or for a circumstance that worsens', () => {
    fc.assert(
      fc.property(fc.nat(90), fc.nat(90), fc.boolean(), fc.nat(3), (a, b, mentalDisorder, careRiskEvents) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const worse = assess(assessed(low, { mentalDisorder, careRiskEvents })).level;
        expect(worse).toBeGreaterThanOrEqual(assess(assessed(high, { mentalDisorder, careRiskEvents })).level);
        expect(worse).toBeGreaterThanOrEqual(assess(assessed(low)).level);
        expect(worse).toBeLessThanOrEqual(4);
      }),
    );
  });
});
