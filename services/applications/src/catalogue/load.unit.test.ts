import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CatalogueError } from '@lianban/catalogue';
import { catalogueText, copyCatalogue } from '../../test/catalogue-copy';
import { loadCatalogue } from './index';

const CARE = 'packages/elderly-parent-care.v1.yaml';
const SHOP = 'packages/open-small-shop.v1.yaml';
const BOUNDED = 'packages/open-small-shop.v2.yaml';

/** A copy of the catalogue with one text in one file replaced; the loaded result or what is said to be wrong. */
function problemsAfter(file: string, from: string, to: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'catalogue-test-'));
  try {
    copyCatalogue(folder);
    const text = readFileSync(join(folder, file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
    writeFileSync(join(folder, file), text.replace(from, to));
    loadCatalogue(folder);
    return [];
  } catch (error) {
    if (!(error instanceof CatalogueError)) throw error;
    return error.problems.map((problem) => `${problem.file}:${problem.line}: ${problem.sentence}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The line on which a text stands in the catalogue as it is. */
const lineOf = (file: string, text: string): number => catalogueText(file).split(text, 1)[0]!.split('\n').length;

describe('the catalogue of the service', () => {
  test('the benchmark asks four departments at once, and all of them decide by rule', () => {
    const steps = loadCatalogue().find('bench-four-departments')?.plan.steps ?? [];
    expect(new Set(steps.map(({ department }) => department)).size).toBe(4);
    expect(
      steps.every((step) => step.kind === 'decision' && step.decidedBy === 'rule' && step.needs.length === 0),
    ).toBe(true);
  });

  test('that is not there stops the start with the name of the setting to correct', () => {
    expect(() => loadCatalogue(join(tmpdir(), 'no-such-catalogue'))).toThrow(/no-such-catalogue.*CATALOGUE_FOLDER/);
  });

  test('cannot be changed by those who use it', () => {
    const catalogue = loadCatalogue();
    expect(() => Object.assign(catalogue.find('open-small-shop')!.plan.steps[0]!, { limitDays: 1 })).toThrow(TypeError);
  });

  test('keeps the version a running application began with beside the newest', () => {
    const folder = mkdtempSync(join(tmpdir(), 'catalogue-test-'));
    copyCatalogue(folder);
    const text = readFileSync(join(folder, SHOP), 'utf8');
    writeFileSync(join(folder, 'packages/open-small-shop.v9.yaml'), text.replace('version: 1', 'version: 9'));
    const { find, plans, packages } = loadCatalogue(folder);
    rmSync(folder, { recursive: true });
    expect(find('open-small-shop')?.version).toBe(9);
    expect(plans('open-small-shop', 1)?.version).toBe(1);
    expect(packages.get('open-small-shop')?.map(({ version }) => version)).toEqual([9, 3, 2, 1]);
  });
});

describe('a catalogue with a mistake stops the start and says where', () => {
  test.each([
    [
      'unknown item',
      SHOP,
      'employment/start-up-course@1',
      'employment/sewing@1',
      'there is no item "employment/sewing@1"',
    ],
    [
      'unknown version of an item',
      SHOP,
      'start-up-course@1',
      'start-up-course@2',
      'there is no item "employment/start-up-course@2"',
    ],
    ['unknown department', SHOP, 'employment/start-up-course@1', 'parks/swings@1', 'there is no department "parks"'],
    ['cycle', SHOP, 'needs: [course]', 'needs: [sign]', 'in a circle: licence → sign → licence'],
    ['need that is no step', SHOP, 'needs: [course]', 'needs: [cours]', 'needs "cours", which is not a step'],
    [
      'bad FEEL',
      CARE,
      'when: assessment.level >= 2',
      'when: assessment.level >=',
      'is not a FEEL expression: Incomplete <Comparison>',
    ],
    [
      'fact the item does not list',
      CARE,
      'when: assessment.level >= 2',
      'when: assessment.grade >= 2',
      'uses "assessment.grade", a fact that the step\'s item does not list in the catalogue',
    ],
    ['fact with a mistake', 'elderly-care.yaml', 'max: 4', 'max: -1', 'field "level": min is above max'],
    [
      'unknown name',
      CARE,
      'when: wantsHomeAdaptation',
      'when: wantsHomes',
      'uses "wantsHomes", which is neither a form field nor a needed step',
    ],
    [
      'step that is not needed',
      CARE,
      'when: wantsMinimumLiving',
      'when: assessment.level > 0 and wantsMinimumLiving',
      'uses "assessment", which is neither',
    ],
    [
      'condition on the clock',
      CARE,
      'when: wantsMinimumLiving = true',
      'when: now() > now()',
      'a condition may look at answers and steps only',
    ],
    [
      'limit below the law’s',
      SHOP,
      'limitDays: 25',
      'limitDays: 19',
      'limited to 19 days, but the department has 20 by law',
    ],
    [
      'answer that is no field',
      SHOP,
      'answers: [premisesArea]',
      'answers: [area]',
      'receives "area", which is neither a field',
    ],
    [
      'unknown key',
      SHOP,
      'withdrawal: compensate',
      'withdrawl: keep\nwithdrawal: keep',
      '"withdrawl" is not a known key here',
    ],
    ['wrong value', SHOP, 'onRefusal: go-on', 'onRefusal: shrug', '"steps[0].onRefusal" is wrong'],
    ['wrong type', SHOP, 'limitDays: 10', 'limitDays: ten', '"steps[0].limitDays" is wrong'],
    ['not YAML', SHOP, 'form:', 'form: [', 'is not YAML'],
    [
      'the same key twice',
      SHOP,
      'withdrawal: compensate',
      'withdrawal: keep\nwithdrawal: keep',
      'is not YAML: Map keys must be unique',
    ],
    ['choice without choices', SHOP, 'type: integer', 'type: choice', 'choices are for type choice'],
    [
      'field named like a step',
      SHOP,
      'name: savingsCents',
      'name: registration',
      'step "registration" ("registration") has the name of another',
    ],
    ['a bound that is no day', BOUNDED, 'latest: today', 'latest: soon', 'write today, or a day'],
    ['a day’s bound of a number', BOUNDED, 'required: true\n    min: 1\n', 'latest: today\n', 'are for dates'],
    [
      'a question hung on a later one',
      BOUNDED,
      'field: reason',
      'field: premisesArea',
      'no field "premisesArea" before it',
    ],
    ['a question hung on no answer', BOUNDED, 'isNot: never-worked', 'isNot: never', 'has no answer "never"'],
    ['format of another type', SHOP, 'format: cents', 'format: date', 'the format date is for type string'],
    [
      'prefill of another type',
      SHOP,
      'prefill: savings-cents',
      'prefill: district',
      'the fact district is of type string',
    ],
    ['area that is none', 'permits.yaml', 'area: elderly-care', 'area: parks', '"items[0].area" is wrong'],
    ['no word on who can apply', SHOP, 'whoCanApply:', 'whoMayApply:', '"whoCanApply" is missing'],
    [
      'condition that is not explained',
      SHOP,
      '    whenMeans: { zh: 家庭存款',
      '    description: { zh: 家庭存款',
      'step "relief": when and whenMeans go together',
    ],
    ['the same step twice', SHOP, 'id: course', 'id: registration', 'has the name of another field or step'],
    [
      'item twice',
      'permits.yaml',
      'code: shopfront-sign',
      'code: food-business-licence',
      'item "food-business-licence" version 1 exists already',
    ],
    [
      'department twice',
      'permits.yaml',
      'department: permits',
      'department: employment',
      'department "employment" has a file already',
    ],
    [
      'topic twice',
      'permits.yaml',
      'topic: permits.v1',
      'topic: employment.v1',
      'topic "employment.v1" belongs to another department',
    ],
    [
      'promise beyond the law',
      'permits.yaml',
      'promisedDays: 10',
      'promisedDays: 21',
      'is promised later than the law allows',
    ],
    ['reason twice', 'permits.yaml', 'code: expert-review', 'code: hearing', 'reason "hearing" is there already'],
    [
      'finding with a mistake',
      'elderly-care.yaml',
      'label: { zh: 上下楼梯, en: Stairs }\n        type: integer\n        required: true\n        min: 0\n',
      'label: { zh: 上下楼梯, en: Stairs }\n        type: integer\n        required: true\n        min: 9\n',
      'field "stairs": min is above max',
    ],
    [
      'condition of an item',
      'permits.yaml',
      '    decidedBy: officer\n',
      '    decidedBy: officer\n    conditions: [{ when: roomArea > 0, means: { zh: 有场所, en: There are rooms } }]\n',
      'condition of permits/food-business-licence@1: "roomArea > 0" uses "roomArea"',
    ],
  ])('%s', (_, file, from, to, sentence) => {
    const problems = problemsAfter(file, from, to);
    expect(problems.join('\n')).toContain(sentence);
  });

  test.each([
    [
      'missing limit',
      SHOP,
      '    limitDays: 10\n',
      '',
      `${SHOP}:${lineOf(SHOP, '- id: registration')}: "steps[0].limitDays" is missing.`,
    ],
    ['cycle', SHOP, 'needs: [course]', 'needs: [sign]', `${SHOP}:${lineOf(SHOP, 'needs: [course]')}: `],
    [
      'unknown item',
      SHOP,
      'employment/start-up-course@1',
      'employment/sewing@1',
      `${SHOP}:${lineOf(SHOP, 'item: employment/start-up')}: `,
    ],
    ['bad FEEL', CARE, 'assessment.level >= 2', 'assessment.level >=', `${CARE}:${lineOf(CARE, 'when: assessment')}: `],
    [
      'unknown key',
      SHOP,
      'graceDays: 3',
      'graceDays: 3\nmercyDays: 3',
      `${SHOP}:${lineOf(SHOP, 'graceDays: 3') + 1}: `,
    ],
    [
      'missing title',
      'permits.yaml',
      'name: { zh: 行政审批局, en: Permits }\n',
      '',
      'permits.yaml:1: "name" is missing.',
    ],
    [
      'duplicate item',
      'permits.yaml',
      'code: shopfront-sign',
      'code: food-business-licence',
      `permits.yaml:${lineOf('permits.yaml', 'code: shopfront-sign')}: `,
    ],
  ])('%s is told with its line', (_, file, from, to, expected) => {
    expect(problemsAfter(file, from, to).find((problem) => problem.startsWith(expected))).toBeDefined();
  });

  test('everything wrong in a file is told at once', () => {
    const problems = problemsAfter(
      SHOP,
      'needs: [course]\n    limitDays: 25',
      'needs: [cours]\n    when: x > 1\n    whenMeans: { zh: 一, en: one }\n    limitDays: 1',
    );
    expect(problems).toHaveLength(3);
  });

  test('the same package and version in two files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'catalogue-test-'));
    copyCatalogue(folder);
    cpSync(join(folder, SHOP), join(folder, 'packages/second-shop.yaml'));
    expect(() => loadCatalogue(folder)).toThrow(
      'packages/second-shop.yaml:2: package "open-small-shop" version 1 has a file already.',
    );
    rmSync(folder, { recursive: true });
  });
});
