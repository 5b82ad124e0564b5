import { join } from 'node:path';
import { loadDepartment } from '@lianban/catalogue';
import { type Evidence, type Facts, type Item, type Material, cataloguedItems } from '@lianban/casework';
import { items } from '../items';

const [homeAdaptationPermit, foodBusinessLicence, shopfrontSign] = cataloguedItems(
  items,
  loadDepartment(join(__dirname, '..', '..')),
) as [Item, Item, Item];

const material = (code: string): Material => ({ code, grade: 'B', reference: `ref-${code}` });

interface Given {
  readonly answers: Facts;
  readonly materials: readonly Material[];
  readonly earlier: Facts;
}
const evidence = (item: Item, { answers, materials, earlier }: Given, findings: Facts = {}): Evidence => ({
  request: {
    applicationNumber: '2026000001',
    step: 'permit',
    item: item.code,
    department: 'permits',
    residentId: 'r-1',
    district: '410105',
    answers,
    earlier,
    materials,
    decidedBy: 'rule',
    statutoryDays: 20,
    promisedDays: 10,
    requestedAt: new Date('2026-03-02T01:00:00Z'),
  },
  known: {},
  findings,
  now: new Date('2026-03-03T01:00:00Z'),
});

const home: Given = {
  answers: { ownerConsent: true, touchesStructure: false },
  materials: ['ownership-proof', 'adaptation-plan'].map(material),
  earlier: {},
};
const food: Given = {
  answers: { premisesArea: 42.5 },
  materials: ['health-certificates', 'hygiene-layout'].map(material),
  earlier: {},
};
const sign: Given = {
  answers: {},
  materials: [material('sign-drawing')],
  earlier: { licence: { outcome: 'granted', permitNumber: 'FB-2026000001' } },
};

describe.each([
  [homeAdaptationPermit, home, 'HA-2026000001'],
  [foodBusinessLicence, food, 'FB-2026000001'],
  [shopfrontSign, sign, 'SS-2026000001'],
])('$code', (item, given, number) => {
  test('complete and within the conditions: granted with its number, by rule alone', () => {
    expect(item.missing(evidence(item, given).request)).toEqual([]);
    expect(item.rule(evidence(item, given))).toMatchObject({
      outcome: 'granted',
      reason: 'conditions-met',
      facts: { permitNumber: number },
    });
  });

  test('everything missing is told at once', () => {
    const nothing = { answers: {}, materials: [], earlier: {} };
    const codes = item.missing(evidence(item, nothing).request).map((m) => m.code);
    expect(codes).toEqual([...given.materials.map((m) => m.code), ...Object.keys(given.answers)]);
    expect(item.rule(evidence(item, nothing))).toMatchObject({ refused: 'application-incomplete' });
  });

  test('an answer of the wrong kind counts as missing', () => {
    const words = Object.fromEntries(Object.keys(given.answers).map((code) => [code, 'yes']));
    const { request } = evidence(item, { ...given, answers: words });
    expect(item.missing(request).map((m) => m.code)).toEqual(Object.keys(given.answers));
  });

  test('an inspection passed is one more ground; failed, it refuses; anything else is unusable', () => {
    expect(item.rule(evidence(item, given, { inspection: 'passed' }))).toMatchObject({ outcome: 'granted' });
    expect(item.rule(evidence(item, given, { inspection: 'failed' }))).toMatchObject({
      outcome: 'refused',
      reason: 'inspection-failed',
      facts: {},
    });
    expect(item.rule(evidence(item, given, { inspection: 'soon' }))).toMatchObject({ refused: 'inspection-invalid' });
  });

  test('the limit may be extended by ten working days', () => {
    expect(item.extensionDays).toBe(10);
  });
});

const outcome = (item: Item, given: Given) => item.rule(evidence(item, given));

test('a home is not adapted against its owner, nor its structure touched; both grounds are shown', () => {
  const answers = { ownerConsent: false, touchesStructure: true };
  expect(outcome(homeAdaptationPermit, { ...home, answers })).toMatchObject({
    outcome: 'refused',
    reason: 'owner-does-not-consent',
    grounds: [{ met: true }, { met: false }, { met: false }],
  });
  expect(outcome(homeAdaptationPermit, { ...home, answers: { ...answers, ownerConsent: true } })).toMatchObject({
    reason: 'structure-touched',
  });
});

test.each([0, -3])('no food business on %p square metres', (premisesArea) => {
  expect(outcome(foodBusinessLicence, { ...food, answers: { premisesArea } })).toMatchObject({
    outcome: 'refused',
    reason: 'no-premises',
  });
});

test.each([
  ['no earlier step', {}],
  ['a refused licence', { licence: { outcome: 'refused', permitNumber: 'FB-1' } }],
  ['an earlier step that is no licence', { course: { outcome: 'granted', seat: 1 } }],
  ['an empty number', { licence: { outcome: 'granted', permitNumber: '' } }],
])('no sign with %s', (_case, earlier) => {
  expect(outcome(shopfrontSign, { ...sign, earlier })).toMatchObject({
    outcome: 'refused',
    reason: 'licence-not-granted',
  });
});

test('numbers differ by item and by application, and never by the time they are made', () => {
  const numberOf = (item: Item, given: Given, applicationNumber: string, day: string) => {
    const { request, ...rest } = evidence(item, given);
    const ruling = item.rule({ ...rest, request: { ...request, applicationNumber }, now: new Date(day) });
    return 'facts' in ruling ? ruling.facts.permitNumber : ruling;
  };
  const all = ([homeAdaptationPermit, foodBusinessLicence, shopfrontSign] as const).map(
    (item, at) => [item, [home, food, sign][at]!] as const,
  );
  const numbers = (day: string) =>
    all.flatMap(([item, given]) => ['1', '2'].map((number) => numberOf(item, given, number, day)));
  expect(new Set(numbers('2026-03-03')).size).toBe(6);
  expect(numbers('2026-03-04')).toEqual(numbers('2026-03-03'));
});
