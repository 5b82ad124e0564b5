import type { CatalogueText } from '@lianban/catalogue';
import { PAYMENTS, WITH_FEE } from '../../test/fee-catalogue';
import { canonicalTexts } from './canonical';
import { catalogueInUse } from './in-use';
import { catalogueTexts } from './texts';

const shipped = catalogueTexts();
const SHOP = 'packages/open-small-shop.v1.yaml';
const textOf = (label: string) => canonicalTexts(shipped).find((each) => each.label === label)!.text;
const withFiles = (...more: readonly CatalogueText[]): readonly CatalogueText[] => [
  ...canonicalTexts(shipped).filter(({ label }) => more.every((each) => each.label !== label)),
  ...more,
];
const shop = (version: number, from: string, to: string): CatalogueText => ({
  kind: 'package',
  label: `packages/open-small-shop.v${version}.yaml`,
  text: textOf(SHOP).replace('version: 1', `version: ${version}`).replace(from, to),
});
const parks: CatalogueText = {
  kind: 'department',
  label: 'parks.yaml',
  text: textOf('permits.yaml')
    .replace('department: permits', 'department: parks')
    .replace('topic: permits.v1', 'topic: parks.v1')
    .replaceAll('alone: true', 'alone: false')
    .replaceAll(/- code: (home-adaptation-permit|food-business-licence|shopfront-sign)/g, '- code: parks-$1'),
};

test('files are kept under the names that their contents give them', () => {
  expect(canonicalTexts(shipped).map(({ label }) => label)).toEqual(
    expect.arrayContaining(['permits.yaml', 'elderly-care.yaml', SHOP]),
  );
});

test('what is taken is offered at once, and running applications keep their version', () => {
  const { catalogue, running } = catalogueInUse(shipped);
  running.use(withFiles(shop(4, 'savingsCents < 2000000', 'savingsCents < 3000000')));
  expect(catalogue.find('open-small-shop')?.version).toBe(4);
  expect(catalogue.plans('open-small-shop', 1)?.version).toBe(1);
  const told = catalogue.described.packages.find(({ code }) => code === 'open-small-shop');
  expect(told?.steps.find(({ id }) => id === 'relief')?.when).toBe('savingsCents < 3000000');
});

test('a wrong one is told by file and line, and the former stays in use', () => {
  const { catalogue, running } = catalogueInUse(shipped);
  running.use(withFiles(shop(4, 'version', 'version')));
  expect(() => running.use(withFiles(shop(5, 'needs: [licence]', 'needs: [licences]')))).toThrow(
    /packages\/open-small-shop\.v5\.yaml:\d+: step "sign" needs "licences"/,
  );
  expect(catalogue.find('open-small-shop')?.version).toBe(4);
  running.use(undefined);
  expect(catalogue.find('open-small-shop')?.version).toBe(3);
});

test('a new department is heard once a package asks for it', () => {
  const { catalogue, running } = catalogueInUse(shipped);
  const heard = () => catalogue.heard.map(({ topic }) => topic);
  const before = heard();
  running.use(withFiles(parks));
  expect(heard()).toEqual(before);
  expect(catalogue.described.departments.map(({ code }) => code)).toContain('parks');
  running.use(withFiles(parks, shop(4, 'permits/shopfront-sign@1', 'parks/parks-shopfront-sign@1')));
  expect(heard()).toEqual([...before, 'parks.v1']);
});

test('a city service that performs steps is kept under its own name, and heard once a package asks for it', () => {
  const { catalogue, running } = catalogueInUse(shipped);
  const before = catalogue.heard.length;
  const given = (text: string): CatalogueText => ({ kind: 'package', label: 'given.yaml', text });
  const renamed = (text: string) => text.replaceAll('payments', 'cashier');
  const [payments, withFee] = canonicalTexts([given(renamed(PAYMENTS)), given(renamed(WITH_FEE))]);
  expect([payments, withFee]).toMatchObject([
    { kind: 'service', label: 'services/cashier.yaml' },
    { kind: 'package', label: 'packages/sign-with-fee.v1.yaml' },
  ]);
  running.use(withFiles(payments!));
  expect(catalogue.heard).toHaveLength(before);
  running.use(withFiles(payments!, withFee!));
  expect(catalogue.heard.slice(before)).toMatchObject([{ topic: 'cashier.v1', performs: 'payment' }]);
});
