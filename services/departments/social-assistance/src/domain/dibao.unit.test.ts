import * as fc from 'fast-check';
import { allowanceCents, entitlement } from './dibao';
import { DIBAO_RULES, type DibaoRules } from './dibao-rules';
import type { Means } from './means';

const yuan = (amount: number) => amount * 100;
const LINE = yuan(1_100);
const zhongshan: DibaoRules = { ...DIBAO_RULES, version: 'zhongshan', topUpCents: { minor: yuan(440) } };

const household = (more: Partial<Means> = {}): Means => ({
  persons: 3,
  monthlyIncomeCents: yuan(700) * 3,
  savingsCents: 0,
  homes: 1,
  cars: 0,
  severeDisability: false,
  ownMonthlyIncomeCents: 0,
  topUpPersons: {},
  district: '410105',
  ...more,
});
const failed = (means: Means, rules = DIBAO_RULES) =>
  entitlement(means, LINE, rules)
    .conditions.filter((c) => !c.met)
    .map((c) => c.reason);

describe('the amount', () => {
  test('three persons with 700 a head at a line of 1 100 get 1 200 (Zhongshan)', () => {
    expect(entitlement(household(), LINE, zhongshan)).toMatchObject({ persons: 3, amountCents: yuan(1_200) });
  });

  test('and 440 more for the one who is a minor: 1 640', () => {
    expect(entitlement(household({ topUpPersons: { minor: 1 } }), LINE, zhongshan).amountCents).toBe(yuan(1_640));
  });

  test('a top-up the city does not know pays nothing, and no more persons are topped up than live there', () => {
    expect(entitlement(household({ topUpPersons: { elder: 2 } }), LINE, zhongshan).amountCents).toBe(yuan(1_200));
    expect(entitlement(household({ topUpPersons: { minor: 9 } }), LINE, zhongshan).amountCents).toBe(yuan(2_520));
  });

  test('an income that three persons cannot share evenly loses no cent', () => {
    expect(allowanceCents(LINE, 3, 100)).toBe(329_900);
  });

  test('is whole cents, never negative, and lifts the household to the line exactly', () => {
    fc.assert(
      fc.property(fc.nat(500_000), fc.integer({ min: 1, max: 20 }), fc.nat(5_000_000), (line, persons, income) => {
        const amount = allowanceCents(line, persons, income);
        expect(Number.isSafeInteger(amount) && amount >= 0).toBe(true);
        expect(income + amount).toBe(Math.max(income, line * persons));
      }),
    );
  });
});

describe('who is entitled', () => {
  test('income per head must be below the line: one cent less will do, the line itself will not', () => {
    expect(failed(household({ monthlyIncomeCents: LINE * 3 - 1 }))).toEqual([]);
    expect(failed(household({ monthlyIncomeCents: LINE * 3 }))).toEqual(['income-above-line']);
  });

  test('property within the limits: one home, no car, savings of 24 lines a head', () => {
    const limit = 24 * LINE * 3;
    expect(failed(household({ savingsCents: limit }))).toEqual([]);
    expect(failed(household({ savingsCents: limit + 1 }))).toEqual(['savings-above-limit']);
    expect(failed(household({ homes: 2 }))).toEqual(['homes-above-limit']);
    expect(failed(household({ cars: 1 }))).toEqual(['cars-above-limit']);
  });

  test('every condition is told, not only the first', () => {
    const rich = household({ monthlyIncomeCents: LINE * 9, savingsCents: LINE * 900, homes: 3, cars: 2 });
    expect(failed(rich)).toEqual(['income-above-line', 'savings-above-limit', 'homes-above-limit', 'cars-above-limit']);
  });
});

describe('a severely disabled person of a household above the line', () => {
  const at = (percent: number, more: Partial<Means> = {}) =>
    household({ severeDisability: true, monthlyIncomeCents: (LINE * 3 * percent) / 100, ...more });

  test('counts alone up to one and a half lines a head, with their own income', () => {
    expect(entitlement(at(150, { ownMonthlyIncomeCents: yuan(300) }), LINE, DIBAO_RULES)).toMatchObject({
      persons: 1,
      amountCents: yuan(800),
    });
    expect(failed(at(150))).toEqual([]);
    expect(failed(at(151))).toEqual(['income-above-line']);
  });

  test('a city may set two lines instead', () => {
    expect(failed(at(200), { ...DIBAO_RULES, singlePersonPercent: 200 })).toEqual([]);
  });

  test('gets nothing when their own income reaches the line', () => {
    expect(failed(at(120, { ownMonthlyIncomeCents: LINE }))).toEqual(['income-above-line']);
  });

  test('stays with the household when that is below the line', () => {
    expect(entitlement(at(90), LINE, DIBAO_RULES).persons).toBe(3);
  });

  test('without a severe disability nobody counts alone', () => {
    expect(failed(at(120, { severeDisability: false }))).toEqual(['income-above-line']);
  });
});
