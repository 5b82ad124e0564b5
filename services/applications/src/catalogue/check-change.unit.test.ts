import type { CatalogueText } from '@lianban/catalogue';
import { PAYMENTS } from '../../test/fee-catalogue';
import { canonicalTexts } from './canonical';
import { checkCatalogue } from './check-catalogue';
import { changeOf } from './check-change';
import { catalogueTexts } from './texts';

const SHOP = 'packages/open-small-shop.v1.yaml';
const former = canonicalTexts(catalogueTexts());
const textOf = (label: string) => former.find((each) => each.label === label)!.text;

/** What changes when texts of one file are replaced. */
function change(label: string, ...pairs: readonly (readonly [from: string, to: string])[]) {
  let text = textOf(label);
  for (const [from, to] of pairs) {
    if (!text.includes(from)) throw new Error(`${label} has no ${from}`);
    text = text.replace(from, to);
  }
  return between([...former.filter((each) => each.label !== label), { ...fileOf(label), text }]);
}

const fileOf = (label: string) => former.find((each) => each.label === label)!;
function between(next: readonly CatalogueText[]) {
  const checked = checkCatalogue(next);
  expect(checked.problems).toEqual([]);
  return changeOf(checkCatalogue(former), checked);
}
const said = ({ problems }: ReturnType<typeof change>) =>
  problems.map(({ file, line, sentence }) => `${file}:${line}: ${sentence}`);
const lineOf = (label: string, text: string) => textOf(label).split(text, 1)[0]!.split('\n').length;

test.each([
  ['the name of a package', SHOP, 'Starting a small shop after losing a job', 'A shop of your own'],
  ['the label of a question', SHOP, 'Why the last work ended', 'Why your last work ended'],
  ['what a condition means', SHOP, 'less than 20,000 yuan', 'below 20,000 yuan'],
  ['whether it is offered', SHOP, 'version: 1\n', 'version: 1\nhidden: true\n'],
  ['the description of an item', 'permits.yaml', 'Allows grab rails, ramps', 'Allows ramps'],
  ['the words of a ground', 'permits.yaml', 'Every required material is there.', 'All materials are there.'],
])('%s may be corrected where it stands', (_, file, from, to) => {
  expect(change(file, [from, to])).toEqual({ problems: [], removed: [], asked: [] });
});

test.each([
  ['a condition', SHOP, 'when: savingsCents < 2000000', 'when: savingsCents < 3000000', 'package "open-small-shop"'],
  ['a limit of a question', SHOP, 'max: 100000', 'max: 200000', 'package "open-small-shop"'],
  ['what follows on a refusal', SHOP, 'onRefusal: go-on', 'onRefusal: stop', 'package "open-small-shop"'],
  ['the grade of a material', 'permits.yaml', 'grade: B', 'grade: C', 'item "home-adaptation-permit"'],
  ['a promise', 'permits.yaml', 'promisedDays: 5', 'promisedDays: 4', 'item "home-adaptation-permit"'],
  ['the words people agree to', 'social-assistance.yaml', 'en: how many live in', 'en: who lives in', 'item "minimum'],
])('%s is a next version, and the place is told', (_, file, from, to, what) => {
  const [first, ...more] = said(change(file, [from, to]));
  expect(more).toEqual([]);
  expect(first).toMatch(new RegExp(`^${file}:${lineOf(file, from)}: ${what}.*write this as version 2 beside it`));
});

test('a ground that decisions name cannot go', () => {
  const lost = change('permits.yaml', ['code: structure-untouched', 'code: walls-untouched']);
  expect(said(lost)).toEqual([
    `permits.yaml:${lineOf('permits.yaml', 'grounds:')}: ground "structure-untouched" is gone, and decisions name it: put it back.`,
  ]);
});

test('a letterhead stays as documents bear it; another is written below', () => {
  const row = 'version: demo-2026\n    organ';
  expect(said(change('permits.yaml', [row, 'version: demo-2027\n    organ']))).toEqual([
    expect.stringContaining('the letterhead from 2026-01-01 is changed or gone, and documents bear it: put it back'),
  ]);
  const [, rows = ''] = /letterheads:\n([\s\S]*?)items:/.exec(textOf('permits.yaml'))!;
  const added = [rows, rows + rows.replace("'2026-01-01'", "'2027-01-01'")] as const;
  expect(change('permits.yaml', added).problems).toEqual([]);
});

test('a package that is gone is told of, for whoever knows its applications', () => {
  const { problems, removed } = between(former.filter(({ label }) => label !== SHOP));
  expect(problems).toEqual([]);
  expect(removed).toEqual([{ code: 'open-small-shop', version: 1, file: SHOP }]);
});

test('an item that no package asked for before is told of with its place; another version of one is not', () => {
  const text = textOf('permits.yaml');
  const sign = text.slice(text.indexOf('  - code: shopfront-sign'));
  const permits = {
    ...fileOf('permits.yaml'),
    text: `${text}\n${sign.replace('version: 1', 'version: 2')}\n${sign.replace('shopfront-sign', 'roof-sign')}`,
  };
  const asksFor = (item: string) => ({
    ...fileOf(SHOP),
    label: 'packages/open-small-shop.v4.yaml',
    text: textOf(SHOP).replace('version: 1', 'version: 4').replace('permits/shopfront-sign@1', item),
  });
  const rest = former.filter(({ label }) => label !== 'permits.yaml');
  expect(between([...rest, permits, asksFor('permits/shopfront-sign@2')]).asked).toEqual([]);
  const [asked, ...more] = between([...rest, permits, asksFor('permits/roof-sign@1')]).asked;
  expect(more).toEqual([]);
  expect(asked?.item).toBe('permits/roof-sign');
  expect(asked?.problem('no rules')).toEqual({
    file: 'packages/open-small-shop.v4.yaml',
    line: lineOf(SHOP, 'permits/shopfront-sign@1'),
    sentence: 'no rules',
  });
});

test('what a city service’s item says changes by a next version, its words where they stand', () => {
  const service = (text: string): CatalogueText => ({ kind: 'service', label: 'services/payments.yaml', text });
  const changed = (from: string, to: string) =>
    changeOf(
      checkCatalogue([...former, service(PAYMENTS)]),
      checkCatalogue([...former, service(PAYMENTS.replace(from, to))]),
    );
  expect(said(changed('required: true', 'required: false'))).toEqual([
    'services/payments.yaml:15: item "sign-fee" version 1 is in use and may change in its words only: write this as version 2 beside it.',
  ]);
  expect(said(changed('Fee for the shopfront sign', 'Fee for a sign'))).toEqual([]);
});
