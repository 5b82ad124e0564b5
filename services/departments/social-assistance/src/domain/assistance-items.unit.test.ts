import { join } from 'node:path';
import { loadDepartment } from '@lianban/catalogue';
import { type Evidence, type Facts, type Item, cataloguedItems } from '@lianban/casework';
import { assistanceEnd } from './assistance-end';
import { minimumLivingAllowance } from './dibao-item';
import { DIBAO_RULES } from './dibao-rules';
import type { LineRow } from './line-table';
import { approvedBy, RELIEF_RULES, reliefCents, temporaryRelief } from './temporary-relief';

const table: readonly LineRow[] = [
  { from: '2026-01-01', version: 'line-2026', defaultCents: 100_000, districtCents: { '410105': 110_000 } },
];
const [allowance, relief] = cataloguedItems(
  [minimumLivingAllowance(DIBAO_RULES, table), temporaryRelief(RELIEF_RULES, table), assistanceEnd],
  loadDepartment(join(__dirname, '..', '..')),
) as [Item, Item];

const means: Facts = {
  householdKnown: true,
  persons: 3,
  monthlyIncomeCents: 210_000,
  savingsCents: 0,
  homes: 1,
  cars: 0,
  severeDisability: false,
  district: '410105',
};
const evidence = (known: Facts, findings: Facts = {}, now = new Date('2026-03-02T01:00:00Z')): Evidence => ({
  request: {
    applicationNumber: '2026000001',
    step: 'relief',
    item: 'temporary-relief',
    department: 'social-assistance',
    residentId: 'r-1',
    district: '410102',
    answers: {},
    earlier: {},
    materials: [],
    decidedBy: 'rule',
    statutoryDays: 30,
    promisedDays: 25,
    requestedAt: now,
  },
  known: { claim: { taken: false }, ...known },
  findings,
  now,
});

describe('minimum living allowance', () => {
  test('asks for the means and is shown to the public for seven days', () => {
    expect(allowance).toMatchObject({ code: 'minimum-living-allowance', noticeDays: 7 });
    expect(allowance.needs(evidence({}).request)).toEqual(['means', 'claim']);
  });

  test('does not begin before the household consents to a check of its means', () => {
    const { request } = evidence({});
    const consent = { code: 'household-authorisation', grade: 'D', reference: 'ref-1' };
    for (const materials of [[], [{ ...consent, code: 'photo' }]])
      expect(allowance.missing({ ...request, materials })).toMatchObject([{ code: 'household-authorisation' }]);
    expect(allowance.missing({ ...request, materials: [consent] })).toEqual([]);
  });

  test('is granted with its amount and one ground per condition', () => {
    const ruling = allowance.rule(evidence({ means }));
    expect(ruling).toMatchObject({
      outcome: 'granted',
      reason: 'conditions-met',
      facts: { kind: 'minimum-living-allowance', amountCents: 120_000, persons: 3 },
    });
    expect(ruling).toHaveProperty('grounds.length', 4);
    expect(ruling).toHaveProperty('grounds.0.explanation', expect.stringContaining('1100.00 yuan (line-2026)'));
  });

  test('is refused by the first condition not met; the grounds show which were', () => {
    const ruling = allowance.rule(evidence({ means: { ...means, cars: 1, homes: 2 } }));
    expect(ruling).toMatchObject({ outcome: 'refused', reason: 'homes-above-limit', facts: {} });
    expect(ruling).toMatchObject({ grounds: [{ met: true }, { met: true }, { met: false }, { met: false }] });
  });

  test('takes the district of the application when residents names none', () => {
    expect(allowance.rule(evidence({ means: { ...means, district: '' } }))).toMatchObject({
      facts: { amountCents: 90_000 },
    });
  });
});

describe('temporary relief', () => {
  test('is so many lines a person, up to ten lines', () => {
    expect(reliefCents(110_000, 1, RELIEF_RULES)).toBe(220_000);
    expect(reliefCents(110_000, 5, RELIEF_RULES)).toBe(1_100_000);
    expect(reliefCents(110_000, 6, RELIEF_RULES)).toBe(1_100_000);
  });

  test('up to four lines the street decides, above the county', () => {
    expect(approvedBy(440_000, 110_000, RELIEF_RULES)).toBe('street');
    expect(approvedBy(440_001, 110_000, RELIEF_RULES)).toBe('county');
  });

  test('is granted with who approves it', () => {
    expect(relief.needs(evidence({}).request)).toEqual(['means']);
    expect(relief.rule(evidence({ means }))).toMatchObject({
      outcome: 'granted',
      facts: { kind: 'temporary-relief', amountCents: 660_000, persons: 3, approvedBy: 'county' },
      grounds: [{ met: true }],
    });
  });

  test('savings must be below the limit: the limit itself is too much', () => {
    const limit = 24 * 110_000 * 3;
    expect(relief.rule(evidence({ means: { ...means, savingsCents: limit - 1 } }))).toMatchObject({
      outcome: 'granted',
    });
    expect(relief.rule(evidence({ means: { ...means, savingsCents: limit } }))).toMatchObject({
      outcome: 'refused',
      reason: 'savings-above-limit',
      grounds: [{ met: false }],
    });
  });
});

describe.each([allowance, relief])('the means for $code', (item) => {
  test.each([
    { ...means, householdKnown: false },
    { ...means, persons: 0 },
  ])('of an unknown household refuse the resident, with a reason', (unknown) => {
    expect(item.rule(evidence({ means: unknown }))).toMatchObject({
      outcome: 'refused',
      reason: 'household-unknown',
      grounds: [{ met: false }],
    });
  });

  test('not learnt yet are no reason to refuse anybody', () => {
    expect(item.rule(evidence({}))).toMatchObject({ refused: 'means-missing' });
  });

  test('that are incomplete are named, all of them', () => {
    expect(item.rule(evidence({ means: { ...means, cars: null, savingsCents: 0.5 } }))).toMatchObject({
      refused: 'means-incomplete',
      detail: expect.stringContaining('savingsCents, cars'),
    });
  });

  test('found by an officer go before those of residents, who may not have answered', () => {
    expect(item.rule(evidence({}, { means }))).toMatchObject({ outcome: 'granted' });
  });

  test('cannot be tested before the first line', () => {
    expect(item.rule(evidence({ means }, {}, new Date('2025-06-01T00:00:00Z')))).toMatchObject({
      refused: 'line-table-missing',
    });
  });
});
