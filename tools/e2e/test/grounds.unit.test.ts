import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { departmentFiles, loadDepartment } from '@lianban/catalogue';
import { type Evidence, type Facts, type ItemRules, cataloguedItems } from '@lianban/casework';
import { isRefusal } from '@lianban/model';

/** The input of a rule, as a department's test/cases.ts lists it. */
interface RuleCase {
  readonly item: string;
  readonly answers?: Facts;
  readonly earlier?: Facts;
  readonly known?: Facts;
  readonly findings?: Facts;
  readonly materials?: readonly string[];
  /** The reason of the decision. */
  readonly reason: string;
}

const now = new Date('2026-03-02T01:00:00Z');

const evidence = ({
  item,
  answers = {},
  earlier = {},
  known = {},
  findings = {},
  materials = [],
}: RuleCase): Evidence => ({
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
  known: { claim: { taken: false }, ...known },
  findings,
  now,
});

/** The parts of a department's folder: its catalogue file, its rules, and test cases that produce its grounds. */
function departmentIn(folder: string) {
  const listed = join(folder, 'test', 'cases.ts');
  if (!existsSync(listed)) throw new Error(`${listed} is missing: list cases that bring out every ground of the rules`);
  const { cases } = jest.requireActual<{ cases: readonly RuleCase[] }>(listed);
  const { items } = jest.requireActual<{ items: readonly ItemRules[] }>(join(folder, 'src', 'items.ts'));
  const file = loadDepartment(folder);
  const catalogued = cataloguedItems(items, file);
  const rulings = cases.map((each) => {
    const ruling = catalogued.find(({ code }) => code === each.item)?.rule(evidence(each));
    if (!ruling || isRefusal(ruling)) throw new Error(`${each.item}: ${ruling?.detail ?? 'has no rules'}`);
    return ruling;
  });
  return { file, cases, rulings, grounds: rulings.flatMap(({ grounds }) => grounds) };
}

const departments = departmentFiles().map(({ path }) => departmentIn(dirname(path)));

test('there are departments', () => {
  expect(departments.length).toBeGreaterThanOrEqual(4);
});

describe.each(departments)('the cases of $file.department', ({ file, cases, rulings, grounds }) => {
  test('are decided for the reasons they name, and every item has one', () => {
    expect(rulings.map(({ reason }) => reason)).toEqual(cases.map(({ reason }) => reason));
    expect(file.items.filter(({ code }) => !cases.some(({ item }) => item === code))).toEqual([]);
  });

  test('produce exactly the grounds for which the catalogue file has texts', () => {
    const codes = [...new Set(grounds.map(({ code }) => code))];
    expect(codes.toSorted()).toEqual(file.grounds.map(({ code }) => code).toSorted());
  });

  test('have a fact for every placeholder in the texts of grounds, and a text for every code among the facts', () => {
    const unfilled = grounds.filter(({ explanation }) => /[{}]/.test(explanation));
    expect(unfilled).toEqual([]);
    const codes = grounds
      .flatMap(({ facts = {} }) => Object.values(facts))
      .flatMap((value) => value.split(', '))
      .filter((part) => /^[a-z]+(-[a-z]+)*$/.test(part));
    expect(file.words.map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
  });

  test('have only facts that the item lists, so that pages can name them', () => {
    const listed = new Set(file.items.flatMap(({ facts }) => facts.map(({ name }) => name)));
    const found = rulings.flatMap(({ facts }) => Object.keys(facts));
    expect(found.filter((name) => !listed.has(name))).toEqual([]);
  });
});
