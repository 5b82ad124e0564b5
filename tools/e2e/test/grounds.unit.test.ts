import { loadCatalogue } from '@lianban/applications';
import type { Evidence, Facts, Ground, Item, Ruling } from '@lianban/casework';
import { isRefusal } from '@lianban/model';
import { items as elderlyCare } from '@lianban/elderly-care';
import { items as employment } from '@lianban/employment';
import { items as permits } from '@lianban/permits';
import { items as socialAssistance } from '@lianban/social-assistance';
import { wordOf } from '../../../services/desk/src/words/codes';
import { moderateLoss } from '../src/demo/elderly-parent';

const now = new Date('2026-03-02T01:00:00Z');

interface Known {
  readonly answers?: Facts;
  readonly earlier?: Facts;
  readonly known?: Facts;
  readonly findings?: Facts;
  readonly materials?: readonly string[];
}

const evidence = (
  item: string,
  { answers = {}, earlier = {}, known = {}, findings = {}, materials = [] }: Known,
): Evidence => ({
  request: {
    applicationNumber: 'LB1',
    step: 's',
    item,
    department: 'd',
    residentId: 'r-1',
    district: '410105',
    answers,
    earlier,
    materials: materials.map((code) => ({ code, grade: 'C', reference: 'm' })),
    decidedBy: 'rule',
    statutoryDays: 20,
    promisedDays: 5,
    requestedAt: now,
  },
  known,
  findings,
  now,
});

const poor = { persons: 1, monthlyIncomeCents: 0, savingsCents: 0, homes: 0, cars: 0, district: '410105' };
const disabled = { ...poor, monthlyIncomeCents: 80_000, severeDisability: true };
const home = { ownerConsent: true, touchesStructure: false };
const papers = ['ownership-proof', 'adaptation-plan', 'health-certificates', 'hygiene-layout', 'sign-drawing'];
const scores: Facts = moderateLoss;

/** For each department: cases that bring out every ground its rules give. */
const cases: Readonly<
  Record<string, readonly [items: readonly Item[], of: readonly (readonly [item: string, Known])[]]>
> = {
  'social-assistance': [
    socialAssistance,
    [
      ['minimum-living-allowance', { known: { means: poor } }],
      ['minimum-living-allowance', { known: { means: disabled } }],
      ['minimum-living-allowance', { known: { means: { householdKnown: false } } }],
      ['temporary-relief', { known: { means: poor } }],
    ],
  ],
  permits: [
    permits,
    [
      ['home-adaptation-permit', { answers: home, materials: papers, findings: { inspection: 'failed' } }],
      ['food-business-licence', { answers: { premisesArea: 24 }, materials: papers }],
      ['shopfront-sign', { materials: papers }],
    ],
  ],
  employment: [
    employment,
    [
      ['unemployment-registration', { answers: { reason: 'other', categories: ['disabled', 'veteran'] } }],
      ['unemployment-registration', { answers: { reason: 'other' } }],
      ['start-up-course', { known: { seat: { course: 'c', seat: 1 } } }],
      ['caregiver-course', { known: { seat: { available: false } } }],
    ],
  ],
  'elderly-care': [
    elderlyCare,
    [
      ['elderly-ability-assessment', { findings: { ...scores, mentalDisorder: true, careRiskEvents: 2 } }],
      ['elderly-care-allowance', {}],
      ['elderly-care-allowance', { earlier: { a: { outcome: 'granted', level: 1 } } }],
      ['elderly-care-allowance', { earlier: { a: { outcome: 'granted', level: 2 } } }],
    ],
  ],
};

const rulingsOf = (department: string): readonly Ruling[] => {
  const [items, all] = cases[department]!;
  return all.map(([code, known]) => {
    const ruling = items.find((item) => item.code === code)!.rule(evidence(code, known));
    if (isRefusal(ruling)) throw new Error(`${code}: ${ruling.detail}`);
    return ruling;
  });
};
const groundsOf = (department: string): readonly Ground[] => rulingsOf(department).flatMap(({ grounds }) => grounds);

const catalogue = loadCatalogue();
const fill = (text: string, facts: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => facts[name] ?? place);

describe.each(Object.keys(cases))('the grounds of %s', (department) => {
  const { grounds: texts, words } = catalogue.departments.find(({ name }) => name === department)!;
  const given = groundsOf(department);

  test('are those the catalogue has words of: no more, and no less', () => {
    const codes = [...new Set(given.map(({ code }) => code))];
    expect(codes.toSorted()).toEqual(texts.map(({ code }) => code).toSorted());
  });

  test.each(given.map((ground) => [ground.code, ground] as const))(
    '%s says in words what it says in English',
    (code, ground) => {
      const found = texts.find((each) => each.code === code)!;
      const facts = ground.facts ?? {};
      expect(fill(found.text.en, facts)).toBe(ground.explanation);
      expect(fill(found.text.zh, facts)).not.toMatch(/[{}]/);
      const codes = Object.values(facts)
        .flatMap((value) => value.split(', '))
        .filter((part) => /^[a-z]+(-[a-z]+)*$/.test(part));
      expect(words.map((word) => word.code)).toEqual(expect.arrayContaining(codes));
    },
  );
});

test('the officers’ desk has a name for every fact that a rule finds', () => {
  const found = Object.keys(cases).flatMap((department) =>
    rulingsOf(department).flatMap(({ facts }) => Object.keys(facts)),
  );
  expect(found).toEqual(expect.arrayContaining(['level', 'permitNumber', 'approvedBy', 'seat']));
  expect(found.filter((name) => wordOf(name, 'zh-CN') === name)).toEqual([]);
});
