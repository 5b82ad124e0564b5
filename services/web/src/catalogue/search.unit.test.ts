import { catalogue } from '../../test/site';
import { createIndex } from './search';

const index = createIndex(catalogue.packages);
const first = (query: string) => index.search(query)[0]?.path;

test.each([
  ['失业再就业开小店', '/things/open-small-shop'],
  ['开小店', '/things/open-small-shop'],
  ['我想开小店怎么办', '/things/open-small-shop'],
  ['kxd', '/things/open-small-shop'],
  ['kaixiaodian', '/things/open-small-shop'],
  ['SHOP', '/things/open-small-shop'],
  ['opening a shop', '/things/open-small-shop'],
  ['老人照护', '/things/elderly-parent-care'],
  ['elderly parent', '/things/elderly-parent-care'],
  ['长辈版', '/settings'],
  ['大字', '/settings'],
  ['larger text', '/settings'],
  ['投诉', '/help'],
  ['养老钱', '/things/elderly-parent-care'],
  ['怎么申请开饭店', '/things/open-small-shop#step-licence'],
  ['照顾妈妈', '/things/elderly-parent-care'],
  ['我妈瘫痪了', '/things/elderly-parent-care'],
  ['奶茶店', '/things/open-small-shop'],
  ['营业执照', '/things/open-small-shop'],
  ['低宝', '/things/elderly-parent-care#step-minimum-living'],
  ['养佬钱', '/things/elderly-parent-care'],
  ['失业登纪', '/things/open-small-shop'],
  ['unemploymnet', '/things/open-small-shop#step-registration'],
  ['resturant licence', '/things/open-small-shop#step-licence'],
  ['pension', '/areas/social-security'],
  ['social assistance', '/areas/social-assistance'],
  ['残疾', '/areas/social-welfare'],
  ['户口', '/areas/public-security'],
  ['db', '/things/elderly-parent-care#step-minimum-living'],
  ['grab rails', '/things/elderly-parent-care#step-home-adaptation'],
])('%s finds %s first', (query, path) => expect(first(query)).toBe(path));

test('an item is found inside its package', () => {
  expect(first('门头招牌')).toBe('/things/open-small-shop#step-sign');
  expect(first('zdshbz')).toBe('/things/elderly-parent-care#step-minimum-living');
});

test.each(['', '   ', '？！', 'qqzzx', '护照加急签证'])('%j finds nothing', (query) =>
  expect(index.search(query)).toEqual([]),
);
